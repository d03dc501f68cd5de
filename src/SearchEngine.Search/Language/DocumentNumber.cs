namespace SearchEngine.Search.Language;

/// <summary>
/// A document's number (发文字号), such as 市中政字〔2024〕18号. Brackets, blanks, width and 号 differ from writer to
/// writer; two spellings are the same number when organ, year and serial are the same.
/// </summary>
/// <param name="Organ">The organ's mark, e.g. 市中政字.</param>
/// <param name="Year">Four digits.</param>
/// <param name="Serial">Digits without leading zeros.</param>
public readonly record struct DocumentNumber(string Organ, string Year, string Serial)
{
    private const int LongestOrgan = 24;
    private const int LongestSerial = 6;
    private const string OpenBrackets = "〔[(【〖{";
    private const string CloseBrackets = "〕])】〗}";

    /// <summary>The one spelling under which numbers are indexed: 市中政字〔2024〕18号.</summary>
    public string Canonical => $"{Organ}〔{Year}〕{Serial}号";

    /// <summary>The canonical spelling of a number; of any other text, the text folded and without blanks.</summary>
    public static string Normalise(string text) =>
        TryRead(text, out DocumentNumber number)
            ? number.Canonical
            : string.Concat(QuerySyntax.Fold(text).Where(c => !QuerySyntax.IsSpace(c)));

    /// <summary>Reads a text that is a number and nothing else.</summary>
    public static bool TryRead(string text, out DocumentNumber number)
    {
        number = default;
        string folded = QuerySyntax.Fold(text).Trim(' ', '"', '“', '”', '「', '」', '『', '』');
        int at = 0;
        string organ = Take(folded, ref at, char.IsLetter).ToUpperInvariant();
        Skip(folded, ref at, IsBeforeYear);
        string year = Take(folded, ref at, char.IsAsciiDigit);
        bool parted = Skip(folded, ref at, IsBehindYear);
        string serial = Take(folded, ref at, char.IsAsciiDigit).TrimStart('0');
        Skip(folded, ref at, QuerySyntax.IsSpace);
        if (at < folded.Length && folded[at] == '号')
            at++;
        bool valid = organ.Length is > 1 and <= LongestOrgan && parted
            && year.Length == 4 && year[0] is '1' or '2'
            && serial.Length is > 0 and <= LongestSerial && at == folded.Length;
        if (valid)
            number = new DocumentNumber(organ, year, serial);
        return valid;
    }

    /// <summary>
    /// The phrases that find this number in running text. No text matches two of them at one place, so that their
    /// occurrences add up.
    /// </summary>
    /// <param name="wide">True when round brackets are ignored: the spellings with and without them are then
    /// one.</param>
    public IReadOnlyList<string> Spellings(bool wide)
    {
        string bare = $"{Organ}{Year} {Serial}";
        string[] bracketed = [$"{Organ}〔{Year}〕{Serial}", $"{Organ}[{Year}]{Serial}", $"{Organ}【{Year}】{Serial}"];
        return wide ? [.. bracketed, bare] : [.. bracketed, $"{Organ}({Year}){Serial}", bare];
    }

    private static string Take(string text, ref int at, Func<char, bool> belongs)
    {
        int start = at;
        while (at < text.Length && belongs(text[at]))
            at++;
        return text[start..at];
    }

    private static bool Skip(string text, ref int at, Func<char, bool> belongs) =>
        Take(text, ref at, belongs).Length > 0;

    private static bool IsBeforeYear(char c) =>
        QuerySyntax.IsSpace(c) || OpenBrackets.Contains(c, StringComparison.Ordinal);

    private static bool IsBehindYear(char c) =>
        QuerySyntax.IsSpace(c) || c == '第' || CloseBrackets.Contains(c, StringComparison.Ordinal);
}
