using SearchEngine.Index;
using SearchEngine.Index.Analysis;
using SearchEngine.Index.Indexing;

namespace SearchEngine.TestKit.Oracle;

/// <summary>A phrase or wildcard pattern, matched by trying every way.</summary>
public sealed class OraclePattern
{
    private readonly IReadOnlyList<string> _tokens;
    private readonly Zone? _zone;
    private int _slop;

    private OraclePattern(IReadOnlyList<string> tokens, Zone? zone, string key)
    {
        _tokens = tokens.Any(token => token is not (OracleParagraph.Cut or OracleParagraph.Stop or "*" or "?"))
            ? tokens
            : [];
        _zone = zone;
        // A boundary matches any boundary, so that phrases that differ only in which one they hold are equal.
        Key = $"{zone} {string.Join('\0', _tokens.Select(token => token == OracleParagraph.Stop ? OracleParagraph.Cut : token))} {key}";
    }

    public string Key { get; }

    public static OraclePattern Phrase(IAnalyzer analyzer, string text, Zone? zone, bool wide, int slop = 0)
    {
        IReadOnlyList<string> tokens = OracleParagraph.TokensOf(analyzer, text, wide);
        if (slop > 0)
            tokens = [.. tokens.Where(token => token is not (OracleParagraph.Cut or OracleParagraph.Stop))];
        slop = tokens.Count > 1 ? slop : 0;
        return new OraclePattern(tokens, zone, $"phrase{slop}") { _slop = slop };
    }

    /// <summary>
    /// A wildcard pattern of the kinds that tests make: wildcards between or around Chinese text, or at one edge of a
    /// run that stands alone.
    /// </summary>
    public static OraclePattern Wildcard(IAnalyzer analyzer, string pattern, Zone? zone, bool wide)
    {
        if (pattern.Trim('*').All(char.IsAsciiLetterOrDigit))
            return new OraclePattern([pattern.ToLowerInvariant()], zone, "run");
        List<string> tokens = [];
        foreach (string piece in System.Text.RegularExpressions.Regex.Split(
            pattern, "([*?])", System.Text.RegularExpressions.RegexOptions.NonBacktracking))
        {
            if (piece is "*" or "?")
                tokens.Add(piece);
            else
                tokens.AddRange(OracleParagraph.TokensOf(analyzer, piece, wide));
        }

        while (tokens.Count > 0 && tokens[^1] == "*")
            tokens.RemoveAt(tokens.Count - 1);
        while (tokens.Count > 0 && tokens[0] == "*")
            tokens.RemoveAt(0);
        return new OraclePattern(tokens, zone, "wildcard");
    }

    /// <summary>Start and end of the shortest match at every start of a paragraph.</summary>
    public IEnumerable<(int Start, int End)> Find(OracleParagraph paragraph)
    {
        if (_tokens.Count == 0 || (_zone is { } zone && zone != paragraph.Source.Zone))
            yield break;
        for (int start = 0; start < paragraph.Tokens.Count; start++)
        {
            int end = _slop > 0 ? MatchApart(paragraph.Tokens, start, 0, _slop) : Match(paragraph.Tokens, start, 0);
            if (end >= 0)
                yield return (start, end);
        }
    }

    private int Match(IReadOnlyList<string> text, int at, int next)
    {
        if (next == _tokens.Count)
            return at;
        string token = _tokens[next];
        if (token == "*")
        {
            for (int length = 0; length <= IndexLimits.WildcardUnits; length++)
            {
                int end = Match(text, at + length, next + 1);
                if (end >= 0)
                    return end;
                if (at + length >= text.Count || text[at + length] == OracleParagraph.Stop)
                    return -1;
            }

            return -1;
        }

        return at < text.Count && Fits(token, text[at]) ? Match(text, at + 1, next + 1) : -1;
    }

    /// <summary>The nearest end of all ways to leave units out between those of the phrase.</summary>
    private int MatchApart(IReadOnlyList<string> text, int at, int next, int left)
    {
        if (next == _tokens.Count)
            return at;
        int nearest = -1;
        for (int over = 0; over <= (next == 0 ? 0 : left) && at + over < text.Count; over++)
        {
            int end = Fits(_tokens[next], text[at + over]) ? MatchApart(text, at + over + 1, next + 1, left - over) : -1;
            nearest = end >= 0 && (nearest < 0 || end < nearest) ? end : nearest;
            if (text[at + over] == OracleParagraph.Stop)
                break;
        }

        return nearest;
    }

    private static bool Fits(string token, string unit)
    {
        bool isBoundary = unit is OracleParagraph.Cut or OracleParagraph.Stop;
        if (token is OracleParagraph.Cut or OracleParagraph.Stop)
            return isBoundary;
        if (token == "?")
            return !isBoundary;
        if (token.Length > 1 && token[^1] == '*')
            return SameKind(token[0], unit[0]) && unit.StartsWith(token[..^1], StringComparison.Ordinal);
        if (token.Length > 1 && token[0] == '*')
            return SameKind(token[1], unit[0]) && unit.EndsWith(token[1..], StringComparison.Ordinal);
        return token == unit;
    }

    private static bool SameKind(char left, char right) => char.IsAsciiDigit(left) == char.IsAsciiDigit(right);
}
