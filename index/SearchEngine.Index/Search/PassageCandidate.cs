namespace SearchEngine.Index.Search;

/// <summary>A paragraph that may be shown for a hit.</summary>
/// <param name="Paragraph">Its number.</param>
/// <param name="Place">Its role, or <see cref="RoleMask.Title"/>.</param>
/// <param name="Occurrences">Occurrences in it.</param>
internal readonly record struct PassageCandidate(int Paragraph, int Place, int Occurrences)
{
    /// <summary>
    /// The best ones in the order of the document: one of each role first, by most occurrences, then the rest by most
    /// occurrences.
    /// </summary>
    public static int[] Best(IReadOnlyCollection<PassageCandidate> candidates, int limit)
    {
        if (candidates.Count <= limit)
            return [.. candidates.Select(candidate => candidate.Paragraph).Order()];
        HashSet<int> roles = [];
        PassageCandidate[] byCount =
            [.. candidates.OrderByDescending(candidate => candidate.Occurrences).ThenBy(candidate => candidate.Paragraph)];
        // Stable, so that each group stays ordered by its counts.
        return
        [
            .. byCount
                .OrderBy(candidate => roles.Add(candidate.Place) ? 0 : 1)
                .Take(limit)
                .Select(candidate => candidate.Paragraph)
                .Order(),
        ];
    }
}
