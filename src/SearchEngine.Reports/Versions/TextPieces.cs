namespace SearchEngine.Reports.Versions;

/// <summary>Cuts texts into the pieces that are compared.</summary>
internal static class TextPieces
{
    private const string SentenceEnds = "。！？；!?;";

    /// <summary>Sentences with their closing mark; a line end closes one too.</summary>
    public static IReadOnlyList<string> Sentences(string text)
    {
        List<string> sentences = [];
        foreach (string line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            int start = 0;
            for (int i = 0; i < line.Length; i++)
            {
                if (SentenceEnds.Contains(line[i], StringComparison.Ordinal))
                {
                    sentences.Add(line[start..(i + 1)]);
                    start = i + 1;
                }
            }

            if (start < line.Length)
                sentences.Add(line[start..]);
        }

        return sentences;
    }

    /// <summary>Numbers with their decimals and percent sign, Latin words, and every other character by itself.</summary>
    public static IReadOnlyList<string> Tokens(string sentence)
    {
        List<string> tokens = [];
        int at = 0;
        while (at < sentence.Length)
        {
            int end = at + 1;
            if (char.IsDigit(sentence[at]))
            {
                while (end < sentence.Length && ContinuesNumber(sentence, end))
                    end++;
            }
            else if (char.IsAsciiLetter(sentence[at]))
            {
                while (end < sentence.Length && char.IsAsciiLetter(sentence[end]))
                    end++;
            }
            else if (char.IsHighSurrogate(sentence[at]) && end < sentence.Length && char.IsLowSurrogate(sentence[end]))
            {
                end++;
            }

            tokens.Add(sentence[at..end]);
            at = end;
        }

        return tokens;
    }

    private static bool ContinuesNumber(string text, int at) =>
        char.IsDigit(text[at])
        || (text[at] is '.' or ',' && at + 1 < text.Length && char.IsDigit(text[at + 1]))
        || text[at] is '%' or '％';
}
