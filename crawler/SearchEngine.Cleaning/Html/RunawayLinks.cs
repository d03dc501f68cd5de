using System.Text.RegularExpressions;
using SearchEngine.Cleaning.Lines;

namespace SearchEngine.Cleaning.Html;

/// <summary>Takes the link off text that stands in one only because nobody closed it: the parser opens it again in every
/// block that follows.</summary>
internal static partial class RunawayLinks
{
    // A headline is one line, two at most with its digest.
    private const int LeastLines = 3, LeastChars = 150;

    public static void Undo(List<PageLine> lines)
    {
        for (int start = 0; start < lines.Count;)
        {
            int end = start + 1;
            while (end < lines.Count && lines[start].Href is { } href && lines[end].Href == href)
                end++;
            if (lines[start].Href is not { } address)
            {
                start = end;
                continue;
            }

            bool runaway = end - start >= LeastLines
                && lines.Skip(start).Take(end - start).Sum(line => line.LinkChars) >= LeastChars;
            if (runaway || Picture().IsMatch(address))
                for (int i = start; i < end; i++)
                    lines[i] = lines[i] with { LinkChars = 0 };
            start = end;
        }
    }

    // Nobody reads a sentence on a link to a picture.
    [GeneratedRegex(@"\.(?:jpe?g|png|gif|bmp|webp)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Picture();
}
