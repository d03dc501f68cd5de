using SearchEngine.Cleaning.Lines;
using SearchEngine.Reports.Model;

namespace SearchEngine.Cleaning.Reading;

/// <summary>An input turned into lines.</summary>
/// <param name="Outline">The lines; without any when refused.</param>
/// <param name="Charset">Encoding used.</param>
/// <param name="CharsetFrom">What decided the encoding.</param>
/// <param name="Refusal">Why the page was not read, in Chinese; null when it was.</param>
/// <param name="Repairs">Changes made while reading (joined lines).</param>
internal sealed record ReadPage(
    PageOutline Outline, string Charset, string CharsetFrom, string? Refusal, IReadOnlyList<Repair> Repairs);
