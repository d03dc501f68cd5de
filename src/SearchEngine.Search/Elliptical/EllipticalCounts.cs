namespace SearchEngine.Search.Elliptical;

/// <summary>The shortened forms that a search found.</summary>
/// <param name="Total">All of them, in all reports under the filters and in the chosen blocks.</param>
/// <param name="ByReport">Where they stand: by report id, the paragraph's ordinal (titles included) and the
/// match.</param>
/// <param name="Partial">True when a limit stopped the verification.</param>
internal sealed record EllipticalCounts(
    int Total, IReadOnlyDictionary<string, IReadOnlyList<EllipticalParagraph>> ByReport, bool Partial)
{
    public static EllipticalCounts None { get; } =
        new(0, new Dictionary<string, IReadOnlyList<EllipticalParagraph>>(), Partial: false);

    public IReadOnlyList<EllipticalParagraph> In(string id) => ByReport.GetValueOrDefault(id) ?? [];
}
