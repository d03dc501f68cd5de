using SearchEngine.Cleaning.Lines;
using SearchEngine.Reports.Model;

namespace SearchEngine.Cleaning.Structure;

/// <summary>Flags places where characters seem to be lost. Nothing is put in: what is searched is what the page
/// has.</summary>
internal static class FaultFinder
{
    // A shorter paragraph without a full stop is a caption or a row of a table.
    private const int ParagraphChars = 60;

    /// <summary>The faults in order; offsets are positions in the lines joined by line feeds.</summary>
    public static IEnumerable<Repair> Find(IReadOnlyList<string> lines)
    {
        int offset = 0;
        foreach (string line in lines)
        {
            if (LinePatterns.IsLostLevel2(line))
                yield return new Repair("标题序号缺失", offset, line[..1], line[..1]);
            if (line.Length >= ParagraphChars && TextTidy.IsHan(line[^1]) && Heading.Of(line)?.StandsAlone != true)
                yield return new Repair("疑似缺字", offset + line.Length - 1, line[^1..], line[^1..]);
            foreach (int at in Unpaired(line))
                yield return new Repair("疑似缺字", offset + at, line.Substring(at, 1), line.Substring(at, 1));
            offset += line.Length + 1;
        }
    }

    // Book-title marks and curly quotes without their partner in the paragraph; brackets of numbering are handled
    // above.
    private static IEnumerable<int> Unpaired(string line)
    {
        foreach ((char open, char close) in new[] { ('《', '》'), ('“', '”') })
        {
            Stack<int> opened = new();
            foreach ((int at, char c) in line.Index())
                if (c == open)
                    opened.Push(at);
                else if (c == close && !opened.TryPop(out _))
                    yield return at;
            foreach (int at in opened)
                yield return at;
        }
    }
}
