using System.Collections.Frozen;

namespace SearchEngine.Cleaning.Decoding;

/// <summary>How much a text looks like Chinese that somebody wrote, for choosing among encodings.</summary>
internal static class HanStatistics
{
    private static readonly FrozenSet<char> Common =
        DataFile.Lines("common-han.txt").SelectMany(line => line).Where(char.IsLetter).ToFrozenSet();

    /// <summary>Share of the Chinese characters of a text that are among the commonest; 1 when it has none.</summary>
    public static double CommonShare(string text)
    {
        int han = text.Count(Lines.TextTidy.IsHan), common = text.Count(Common.Contains);
        return han == 0 ? 1 : (double)common / han;
    }

    /// <summary>
    /// Score of a decoded text: common characters count for it, characters that decoding errors leave behind against
    /// it. Comparable between decodings of the same bytes only.
    /// </summary>
    public static double Score(string text)
    {
        double score = 0;
        int letters = 0;
        foreach (char c in text)
        {
            if (c < 0x80)
                continue;
            letters++;
            if (Common.Contains(c))
                score += 2;
            else if (c is '，' or '。' or '、' or '：' or '“' or '”' or '《' or '》' or '（' or '）' or '\u3000' or '；')
                score += 2;
            else if (c == '\uFFFD' || c is >= '\uE000' and <= '\uF8FF' || c is >= '\u0080' and <= '\u009F')
                score -= 6;
            else if (c is < '\u2000' or (>= '\uFF61' and <= '\uFF9F'))
                score -= 1;
        }

        return letters == 0 ? 0 : score / letters;
    }
}
