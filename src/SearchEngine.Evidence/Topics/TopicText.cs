using System.Globalization;

namespace SearchEngine.Evidence.Topics;

/// <summary>
/// The form in which triggers and paragraphs are compared: full-width ASCII made half-width, Latin in lower case,
/// and quotes, book-title marks, spaces and middle dots left out. 行政执法“三项制度” thus reads 行政执法三项制度.
/// </summary>
internal static class TopicText
{
    private const string Marks = "“”‘’\"'《》〈〉「」『』•·・‧";

    /// <summary>The folded character, or null when it does not count.</summary>
    public static char? Fold(char c)
    {
        char half = c is >= '！' and <= '～' ? (char)(c - '！' + '!') : c;
        bool ignored = Marks.Contains(half, StringComparison.Ordinal)
            || char.IsWhiteSpace(half)
            || char.GetUnicodeCategory(half) is UnicodeCategory.Format or UnicodeCategory.Control;
        return ignored ? null : char.ToLowerInvariant(half);
    }

    public static string Fold(string text) => string.Concat(text.Select(c => Fold(c)).OfType<char>());
}
