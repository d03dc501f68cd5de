using System.Text;
using SearchEngine.Reports.Model;

namespace SearchEngine.Ingest.Stages;

/// <summary>
/// Two addresses with the same body are one work. The digest leaves out white space, in which copies of a page differ.
/// </summary>
internal static class TextIdentity
{
    public static string? Of(CleanReport report)
    {
        var text = new StringBuilder();
        foreach (char c in report.Text)
        {
            if (!char.IsWhiteSpace(c))
                text.Append(c);
        }

        return text.Length == 0 ? null : PageIdentity.Hex(Encoding.UTF8.GetBytes(text.ToString()));
    }
}
