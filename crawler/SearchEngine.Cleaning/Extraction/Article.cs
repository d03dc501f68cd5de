using SearchEngine.Cleaning.Lines;

namespace SearchEngine.Cleaning.Extraction;

/// <summary>An article freed of what stands around it.</summary>
/// <param name="Body">The lines of the text, in order.</param>
/// <param name="ClosingPhrase">特此报告。 or its like, or null.</param>
/// <param name="Signature">Organisations and date under the text; may be empty.</param>
/// <param name="Remarks">（此件公开发布） and the like; may be empty.</param>
/// <param name="Taken">Numbers of the page's lines that the article uses.</param>
internal sealed record Article(
    IReadOnlyList<PageLine> Body,
    string? ClosingPhrase,
    IReadOnlyList<string> Signature,
    IReadOnlyList<string> Remarks,
    IReadOnlySet<int> Taken);
