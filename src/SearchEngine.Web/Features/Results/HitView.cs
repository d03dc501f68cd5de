using SearchEngine.Search.Answers;

namespace SearchEngine.Web.Features.Results;

/// <summary>A report found, ready to be shown.</summary>
public sealed record HitView(
    string Title,
    bool TitleInferred,
    string Url,
    string Place,
    long Occurrences,
    int Elliptical,
    int Blocks,
    string Year,
    string Published,
    string Issuer,
    string? SourceUrl,
    IReadOnlyList<PassageView> Passages,
    ScoreExplanation? Explain);
