using System.Globalization;
using System.Text;

namespace SearchEngine.Cleaning.Lines;

/// <summary>Puts the characters of a line in order without changing what it says.</summary>
internal static class TextTidy
{
    /// <summary>
    /// The line in NFC, trimmed, every run of blanks (NBSP, U+2002, U+3000 …) one space, without zero-width,
    /// directional and control characters.
    /// </summary>
    public static string Line(ReadOnlySpan<char> raw)
    {
        StringBuilder text = new(raw.Length);
        bool blank = false;
        foreach (char c in raw)
        {
            bool invisible = IsInvisible(c);

            // A character that is not seen may keep < and a name apart; taking it away must not make a tag of them.
            if (IsBlank(c) || (invisible && text.Length > 0 && text[^1] == '<'))
            {
                blank = true;
                continue;
            }

            if (invisible)
                continue;
            if (blank && text.Length > 0)
                text.Append(' ');
            blank = false;
            text.Append(c);
        }

        return Normalised(text.ToString());
    }

    /// <summary>Appends a run of source text without the line breaks that wrap it between two wide
    /// characters.</summary>
    public static void AppendUnwrapped(StringBuilder text, ReadOnlySpan<char> run)
    {
        while (run.IndexOfAny('\n', '\r') is >= 0 and var at)
        {
            int start = at, end = at;
            while (start > 0 && (run[start - 1] is ' ' or '\t'))
                start--;
            while (end < run.Length && (run[end] is ' ' or '\t' or '\n' or '\r'))
                end++;
            text.Append(run[..start]);
            if (start == 0 || end == run.Length || !IsWide(run[start - 1]) || !IsWide(run[end]))
                text.Append(' ');
            run = run[end..];
        }

        text.Append(run);
    }

    /// <summary>Letters and digits only, half width, lower case: for comparing two writings of the same
    /// words.</summary>
    public static string Squash(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        StringBuilder squashed = new(text.Length);
        foreach (char c in Replaced(text).Normalize(NormalizationForm.FormKC))
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c))
                squashed.Append(char.ToLowerInvariant(c));
        return squashed.ToString();
    }

    /// <summary>Half-width form of a line, for patterns over digits and brackets. Keeps the length of common
    /// text.</summary>
    public static string HalfWidth(string text) => string.Create(text.Length, text, static (span, source) =>
    {
        for (int i = 0; i < source.Length; i++)
            span[i] = source[i] is >= '！' and <= '～' ? (char)(source[i] - 0xFEE0) : source[i] == '\u3000' ? ' '
                : source[i];
    });

    public static bool IsHan(char c) =>
        c is >= '\u4E00' and <= '\u9FFF' or >= '\u3400' and <= '\u4DBF' or >= '\uF900' and <= '\uFAFF' or '〇';

    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || c == '\u2800';

    private static bool IsWide(char c) => IsHan(c)
        || c is >= '\u3001' and <= '\u303F' or >= '\uFF01' and <= '\uFF5E' or '“' or '”' or '‘' or '’';

    private static bool IsInvisible(char c) =>
        c is '\u00AD' or '\u061C' or '\u180E' or '\uFEFF' or '\uFFFE' or '\uFFFF'
        || c is >= '\u200B' and <= '\u200F'
        || c is >= '\u202A' and <= '\u202E'
        || c is >= '\u2060' and <= '\u206F'
        || char.GetUnicodeCategory(c) == UnicodeCategory.Control;

    private static string Normalised(string text)
    {
        string whole = Replaced(text);
        return whole.IsNormalized() ? whole : whole.Normalize();
    }

    // A lone surrogate is no character; normalisation refuses it.
    private static string Replaced(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                i++;
                continue;
            }

            return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
        }

        return text;
    }
}
