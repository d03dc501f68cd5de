namespace SearchEngine.TestKit.Oracle;

/// <summary>A character or run, or two neighbouring characters.</summary>
/// <param name="First">As a token of <see cref="OracleParagraph"/>.</param>
/// <param name="Second">The character behind it, or null for the first alone.</param>
public readonly record struct OracleTerm(string First, string? Second)
{
    public bool IsPair => Second is not null;

    /// <summary>Number of places in a row of tokens.</summary>
    public int CountIn(IReadOnlyList<string> tokens)
    {
        int count = 0;
        for (int i = 0; i < tokens.Count; i++)
        {
            bool isHere = tokens[i] == First && (Second is null || (i + 1 < tokens.Count && tokens[i + 1] == Second));
            count += isHere ? 1 : 0;
        }

        return count;
    }
}
