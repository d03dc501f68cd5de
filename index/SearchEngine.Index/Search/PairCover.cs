namespace SearchEngine.Index.Search;

/// <summary>
/// Which pairs of a phrase must be read. Positions prove that terms follow one another, so every second pair is enough
/// as long as each unit is in a pair that is read; the cheapest such choice is found by dynamic programming.
/// </summary>
internal static class PairCover
{
    /// <summary>Says of each pair whether to read it.</summary>
    /// <param name="costs">Cost of each pair of neighbours, one less than units, at least one.</param>
    /// <param name="needed">Whether a unit must be in a pair that is read.</param>
    /// <param name="forced">Whether a pair must be read in any case.</param>
    /// <param name="chosen">The answer, as long as <paramref name="costs"/>.</param>
    public static void Choose(
        ReadOnlySpan<int> costs, ReadOnlySpan<bool> needed, ReadOnlySpan<bool> forced, Span<bool> chosen)
    {
        const long Never = long.MaxValue / 4;
        int pairs = costs.Length;
        Span<long> take = stackalloc long[pairs];
        Span<long> skip = stackalloc long[pairs];
        for (int pair = 0; pair < pairs; pair++)
        {
            long bestBefore = pair == 0 ? 0 : Math.Min(take[pair - 1], skip[pair - 1]);
            long takenBefore = pair == 0 ? Never : take[pair - 1];
            take[pair] = bestBefore + costs[pair];
            skip[pair] = forced[pair] ? Never : needed[pair] ? takenBefore : bestBefore;
        }

        bool mustTake = needed[pairs];
        for (int pair = pairs - 1; pair >= 0; pair--)
        {
            chosen[pair] = mustTake || take[pair] < skip[pair];
            mustTake = !chosen[pair] && needed[pair];
        }
    }
}
