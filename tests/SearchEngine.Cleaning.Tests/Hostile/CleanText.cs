using SearchEngine.Cleaning.Lines;
using SearchEngine.Reports.Model;

namespace SearchEngine.Cleaning.Tests.Hostile;

/// <summary>
/// What holds of every cleaned page, whatever was put in. That no tag is left is asked of whole carriers only: damaged
/// markup shows readers tags as text.
/// </summary>
internal static class CleanText
{
    /// <summary>The first promise that a report breaks, or null.</summary>
    public static string? Fault(CleanReport report)
    {
        string?[] parts =
        [
            report.Title, report.Issuer, report.Publisher, report.Source, report.IndexNumber, report.DocumentNumber,
            report.Signature, report.ClosingPhrase, .. report.Blocks.Select(block => block.Heading), report.Text,
        ];
        foreach (string part in parts.OfType<string>())
        {
            if (part.FirstOrDefault(c => char.IsControl(c) && c != '\n') is var control && control != default)
                return $"control character U+{(int)control:X4}";
            if (!part.IsNormalized())
                return "not in NFC";
        }

        return null;
    }

    /// <summary>A line that tidying once more changes, or null.</summary>
    public static string? Instability(CleanReport report) =>
        report.Lines.FirstOrDefault(line => TextTidy.Line(line.Text) != line.Text) is { } line
            ? "tidying again changes " + line.Text : null;
}
