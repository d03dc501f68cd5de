namespace SearchEngine.Reports.Model;

/// <summary>Why a field has its value: what was chosen, from where, and what lost.</summary>
/// <param name="Name">Name of the field as in the JSON, e.g. published.</param>
/// <param name="Value">The chosen value in its canonical form; null when the page gives none.</param>
/// <param name="Raw">The characters of the page that the value was read from.</param>
/// <param name="From">Where they stand: "meta PubDate", "field block 发布日期", "url", "file", "list", …</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="Rejected">The candidates that lost, each with its reason.</param>
public sealed record FieldEvidence(
    string Name,
    string? Value,
    string? Raw,
    string? From,
    double Confidence,
    IReadOnlyList<RejectedCandidate> Rejected);

/// <summary>A candidate that was not taken.</summary>
/// <param name="Raw">The characters of the page.</param>
/// <param name="Why">The reason in Chinese, e.g. 早于报告年度七年，模板残留.</param>
public sealed record RejectedCandidate(string Raw, string Why);
