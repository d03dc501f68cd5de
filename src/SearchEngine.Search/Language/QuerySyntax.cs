using SearchEngine.Index.Query;

namespace SearchEngine.Search.Language;

/// <summary>What single characters and words mean in a query. Half and full width are the same.</summary>
internal static class QuerySyntax
{
    private const int FullWidthOffset = 0xFEE0;
    private const int LongestOperator = 3;
    private const int LongestNearness = 16;
    private const string InOrder = "先后";
    private const string Ignored = "“”‘’\"'「」『』《》〈〉•·・";
    private const string Boundaries = "，,。；;：:！!？?";

    /// <summary>The half-width form of a full-width letter, digit or sign; any other character itself.</summary>
    public static char Fold(char c) => c switch
    {
        '　' => ' ',
        >= '！' and <= '～' => (char)(c - FullWidthOffset),
        _ => c,
    };

    public static string Fold(string text) => string.Create(text.Length, text, static (span, from) =>
    {
        for (int i = 0; i < span.Length; i++)
            span[i] = Fold(from[i]);
    });

    /// <summary>True for what parts one run from the next.</summary>
    public static bool IsSpace(char c) => char.IsWhiteSpace(c) || char.IsControl(c);

    /// <summary>The mark that ends a quotation begun with this one; null when it begins none.</summary>
    public static char? ClosingOf(char opening) => opening switch
    {
        '“' => '”',
        '「' => '」',
        '『' => '』',
        '"' or '＂' => opening,
        _ => null,
    };

    /// <summary>True for a mark that only ends quotations.</summary>
    public static bool IsClosingQuote(char c) => c is '”' or '」' or '』';

    /// <summary>True for characters that leave no unit: ignored ones and those a phrase never crosses.</summary>
    public static bool LeavesNoUnit(char c) =>
        IsSpace(c) || Ignored.Contains(c, StringComparison.Ordinal) || Boundaries.Contains(c, StringComparison.Ordinal);

    /// <summary>The operator that a whole run is, or null for a run that is to be searched.</summary>
    public static QueryTokenKind? Operator(ReadOnlySpan<char> run) =>
        run.Length > LongestOperator ? null : Fold(run.ToString()) switch
        {
            "与" or "AND" or "&" or "&&" => QueryTokenKind.And,
            "或" or "OR" => QueryTokenKind.Or,
            "非" or "NOT" or "-" => QueryTokenKind.Not,
            _ => null,
        };

    /// <summary>
    /// The nearness that a whole run asks for: <c>~5</c>, 同句, 同段, 同节, each with 先后 before or behind it when the
    /// order counts. Null for any other run. A distance that cannot be read is −1.
    /// </summary>
    public static Nearness? Near(ReadOnlySpan<char> run)
    {
        if (run.Length > LongestNearness)
            return null;
        string word = Fold(run.ToString());
        bool ordered = true;
        if (word.StartsWith(InOrder, StringComparison.Ordinal) && word.Length > InOrder.Length)
            word = word[InOrder.Length..];
        else if (word.EndsWith(InOrder, StringComparison.Ordinal) && word.Length > InOrder.Length)
            word = word[..^InOrder.Length];
        else
            ordered = false;
        return word switch
        {
            "同句" => new Nearness(NearScope.Sentence, 0, ordered),
            "同段" => new Nearness(NearScope.Paragraph, 0, ordered),
            "同节" => new Nearness(NearScope.Section, 0, ordered),
            ['~', .. var digits] => new Nearness(NearScope.Units, Distance(digits), ordered),
            _ => null,
        };
    }

    /// <summary>
    /// Splits a run that is one quotation with <c>~3</c> behind it. Null for any other run. A number that cannot be read
    /// is −1.
    /// </summary>
    public static (int QuotationLength, int Slop)? Slop(ReadOnlySpan<char> run)
    {
        int tilde = run.LastIndexOfAny('~', '～');
        return tilde > 1 && ClosingOf(run[0]) is { } closing && run[1..].IndexOf(closing) == tilde - 2
            ? (tilde, Distance(Fold(run[(tilde + 1)..].ToString())))
            : null;
    }

    private static int Distance(string digits) =>
        digits.Length is > 0 and <= 9 && digits.All(char.IsAsciiDigit)
            ? int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture)
            : -1;
}
