namespace SearchEngine.Cleaning.Places;

/// <summary>Whose place is asked for.</summary>
/// <param name="Title">The title, or null.</param>
/// <param name="IsReport">True for a report, whose title tells the place that accounts.</param>
/// <param name="Year">The year reported on, or null.</param>
/// <param name="IndexNumber">The index number, or null.</param>
/// <param name="Signature">Lines of the signature.</param>
/// <param name="Lines">Lines of the text.</param>
internal sealed record PlaceQuestion(
    string? Title, bool IsReport, int? Year, string? IndexNumber, IReadOnlyList<string> Signature,
        IReadOnlyList<string> Lines);
