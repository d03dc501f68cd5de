using SearchEngine.Cleaning.Lines;

namespace SearchEngine.Cleaning.Structure;

/// <summary>A heading as a line gives it.</summary>
/// <param name="Text">Its characters, as written.</param>
/// <param name="Level">1 for 一、, 2 for （一）, 3 for 1. .</param>
/// <param name="StandsAlone">False when the line goes on with the first paragraph.</param>
internal sealed record Heading(string Text, int Level, bool StandsAlone)
{
    // The longest headings seen that stand alone have 60 characters; those that run in are cut at their first sentence.
    private const int MaxAloneChars = 80, MaxRunInChars = 60;

    /// <summary>The heading that a line is or begins with, or null.</summary>
    public static Heading? Of(string line)
    {
        int level = LinePatterns.IsLevel1(line) ? 1 : LinePatterns.IsLevel2(line) ? 2 : LinePatterns.IsLevel3(line) ? 3
            : 0;
        if (level == 0)
            return null;
        int stop = line.AsSpan().IndexOfAny('。', '；', '：');
        bool ends = stop == line.Length - 1;
        if (line.Length <= MaxAloneChars && (stop < 0 || ends) && line[^1] is not (';' or '；'))
            return new Heading(line, level, true);
        if (stop is > 0 and <= MaxRunInChars)
            return new Heading(line[..stop], level, false);
        int comma = line.AsSpan().IndexOfAny(',', '，', ':');
        return new Heading(comma is > 0 and <= MaxRunInChars ? line[..comma]
            : line[..Math.Min(MaxRunInChars, line.Length)], level, false);
    }
}
