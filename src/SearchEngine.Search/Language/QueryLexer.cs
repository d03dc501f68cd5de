namespace SearchEngine.Search.Language;

/// <summary>
/// Cuts a query into tokens in one pass: every character is visited a bounded number of times, whatever the query is.
/// </summary>
internal sealed class QueryLexer
{
    private readonly string text;
    private readonly QueryErrors errors;
    private readonly List<QueryToken> tokens = [];
    private readonly HashSet<char> neverClosed = [];
    private int at;

    private QueryLexer(string text, QueryErrors errors) => (this.text, this.errors) = (text, errors);

    /// <summary>Characters looked at so far; what the tests hold the promise of linear time to.</summary>
    public long Steps { get; private set; }

    public static IReadOnlyList<QueryToken> Read(string text, QueryErrors errors) => Read(text, errors, out _);

    public static IReadOnlyList<QueryToken> Read(string text, QueryErrors errors, out long steps)
    {
        QueryLexer lexer = new(text, errors);
        while (lexer.at < text.Length)
            lexer.ReadTerm();
        steps = lexer.Steps;
        return lexer.tokens;
    }

    private void ReadTerm()
    {
        Steps++;
        char c = QuerySyntax.Fold(text[at]);
        if (QuerySyntax.IsSpace(c))
            at++;
        else if (c == '(')
            Sign(QueryTokenKind.Open, 1);
        else if (c == ')')
            Sign(QueryTokenKind.Close, 1);
        else if (c == '|')
            Sign(QueryTokenKind.Or, Next(1) == '|' ? 2 : 1);
        else if (c == '-')
            Sign(QueryTokenKind.Not, 1);
        else if (!ReadField())
            ReadRun();
    }

    private void Sign(QueryTokenKind kind, int length)
    {
        tokens.Add(new QueryToken(kind, at, text.Substring(at, length)));
        at += length;
    }

    private char Next(int ahead) => at + ahead < text.Length ? QuerySyntax.Fold(text[at + ahead]) : ' ';

    /// <summary>Reads <c>字段:</c> and, for a condition, its value. False when no field begins here.</summary>
    private bool ReadField()
    {
        int length = 0;
        while (length <= FieldNames.Longest && char.IsLetter(Next(length)))
            length++;
        Steps += length;
        if (length is 0 or > FieldNames.Longest || Next(length) != ':')
            return false;
        string name = text.Substring(at, length);
        if (FieldNames.Find(name) is not { } field)
        {
            errors.Add(at, $"起的“{name}”不是字段：字段有 {string.Join('、', FieldNames.All)}；已连同冒号按短语检索。");
            return false;
        }

        int start = at;
        at += length + 1;
        while (at < text.Length && QuerySyntax.IsSpace(text[at]))
            at++;
        if (field is QueryField.Title or QueryField.Body)
        {
            tokens.Add(new QueryToken(QueryTokenKind.ZonePrefix, start, name, field));
            return true;
        }

        int valueAt = at;
        string value = ReadValue();
        tokens.Add(new QueryToken(QueryTokenKind.Condition, start, value, field, valueAt));
        return true;
    }

    /// <summary>
    /// A value runs to the next blank, or through a bracket that begins it; a quotation is part of it.
    /// </summary>
    private string ReadValue()
    {
        int start = at;
        int open = 0;
        bool bracketed = Next(0) == '(';
        while (at < text.Length)
        {
            Steps++;
            char c = QuerySyntax.Fold(text[at]);
            if ((QuerySyntax.IsSpace(c) || c == '|') && !(bracketed && open > 0))
                break;
            if (c == ')' && open == 0)
                break;
            open += c == '(' ? 1 : c == ')' ? -1 : 0;
            at = EndOfQuotation(at) ?? at;
            at++;
            if (bracketed && open == 0)
                break;
        }

        if (bracketed && open > 0)
            errors.Add(start, "的左括号没有配对：这里应有右括号，已补在末尾。");
        return text[start..at];
    }

    private void ReadRun()
    {
        int start = at;
        int firstOpen = -1;
        int open = 0;
        bool wildcard = false;
        // Two quotations side by side are two phrases; a quotation inside a run is part of it.
        int quotedUpTo = -1;
        while (at < text.Length)
        {
            Steps++;
            char c = QuerySyntax.Fold(text[at]);
            if (QuerySyntax.IsSpace(c) || c == '|' || (c == ')' && open == 0))
                break;
            if (at > start && at == quotedUpTo && (c == '(' || QuerySyntax.ClosingOf(text[at]) is not null))
                break;
            if (c == '(' && QuerySyntax.Operator(text.AsSpan(start, at - start)) is not null)
                break;
            if (c == '(' && open++ == 0)
                firstOpen = at;
            else if (c == ')')
                open--;
            else if (c == '*' || text[at] == '?')
                wildcard = true;
            else if (ReadQuotation(start, ref quotedUpTo))
                continue;
            at++;
        }

        if (open > 0 && at < text.Length)
            errors.Add(firstOpen, "的左括号紧跟在字后，又没有配对：已作为短语里的标点；要分组，括号前应空一格。");
        Emit(start, wildcard);
    }

    /// <summary>Passes over a quotation. False when none begins here.</summary>
    private bool ReadQuotation(int runStart, ref int quotedUpTo)
    {
        bool begins = QuerySyntax.ClosingOf(text[at]) is not null;
        if (!begins && !QuerySyntax.IsClosingQuote(text[at]))
            return false;
        if (begins && EndOfQuotation(at) is { } end)
        {
            if (at == runStart)
                quotedUpTo = end + 1;
            at = end + 1;
        }
        else if (begins && at == runStart)
        {
            errors.Add(at, "的引号没有配对：末尾应有右引号，已补上。");
            Steps += text.Length - at;
            at = text.Length;
        }
        else
        {
            errors.Add(at, "的引号没有配对：引号应成对，已略去这一个。");
            at++;
        }

        return true;
    }

    /// <summary>Where the quotation that begins here ends; null when none begins or it never ends.</summary>
    private int? EndOfQuotation(int start)
    {
        if (QuerySyntax.ClosingOf(text[start]) is not { } closing || neverClosed.Contains(closing))
            return null;
        int end = text.IndexOf(closing, start + 1);
        Steps += (end < 0 ? text.Length : end) - start;
        if (end < 0)
            neverClosed.Add(closing);
        return end < 0 ? null : end;
    }

    private void Emit(int start, bool wildcard)
    {
        ReadOnlySpan<char> run = text.AsSpan(start, at - start);
        if (run.IsEmpty)
            return;
        if (QuerySyntax.Operator(run) is { } kind)
            tokens.Add(new QueryToken(kind, start, run.ToString()));
        else if (QuerySyntax.Near(run) is { } nearness)
            tokens.Add(new QueryToken(QueryTokenKind.Near, start, run.ToString(), Nearness: nearness));
        else if (QuerySyntax.Slop(run) is { } sloppy)
            tokens.Add(new QueryToken(QueryTokenKind.Phrase, start, run[..sloppy.QuotationLength].ToString(), Slop: sloppy.Slop));
        else
        {
            QueryTokenKind plain = wildcard ? QueryTokenKind.Wildcard : QueryTokenKind.Phrase;
            tokens.Add(new QueryToken(plain, start, run.ToString()));
        }
    }
}
