using System.Collections.Frozen;

namespace SearchEngine.Cleaning.Fields;

/// <summary>The words that pages put before a field, with the field that each of them means.</summary>
internal static class LabelDictionary
{
    /// <summary>A label of the dictionary.</summary>
    /// <param name="Field">The field it means.</param>
    /// <param name="Text">The label without blanks.</param>
    /// <param name="StandsAlone">True when it is a label even without a colon.</param>
    public sealed record Label(string Field, string Text, bool StandsAlone);

    private static readonly FrozenDictionary<string, Label> ByText = DataFile.Rows("labels.tsv")
        .ToFrozenDictionary(row => row[1], row => new Label(row[0], row[1], row[2] == "s"));

    private static readonly int Longest = ByText.Keys.Max(text => text.Length);

    /// <summary>The longest label that begins at a position, blanks inside it ignored (索 引 号), with the position after
    /// it.</summary>
    public static (Label Label, int End)? At(string line, int start)
    {
        Span<char> letters = stackalloc char[Longest];
        int length = 0;
        (Label, int)? found = null;
        FrozenDictionary<string, Label>.AlternateLookup<ReadOnlySpan<char>> lookup =
            ByText.GetAlternateLookup<ReadOnlySpan<char>>();
        for (int i = start; i < line.Length && length < Longest; i++)
        {
            if (line[i] == ' ')
            {
                if (length == 0)
                    return null;
                continue;
            }

            letters[length++] = line[i];
            if (length > 1 && lookup.TryGetValue(letters[..length], out Label? label))
                found = (label, i + 1);
        }

        return found;
    }

    /// <summary>The label that a whole line or cell is, with or without a colon; else null.</summary>
    public static Label? Whole(string line)
    {
        string text = line.Trim(' ', ':', '：', '【', '】', '[', ']', '*');
        return At(text, 0) is { } hit && hit.End == text.Length ? hit.Label : null;
    }
}
