using SearchEngine.Index.Indexing;
using SearchEngine.Index.Query;
using SearchEngine.Reports.Model;

namespace SearchEngine.Search.Language;

/// <summary>
/// Reads the query language. It never fails: what cannot be read is mended or left out, and the mistake is noted with
/// its position. Time is linear in the length of the query; brackets live on a stack of ours, not on the thread's.
/// </summary>
/// <remarks>
/// Binding, from tight to loose: 非, nearness, 与 (or a blank), 或. See <see cref="QueryGroup"/> for what an exclusion
/// or a condition holds for.
/// </remarks>
public sealed class QueryParser
{
    private readonly QueryErrors errors = new();
    private readonly Stack<QueryGroup> groups = new();
    private readonly List<BlockRole> blocks = [];
    private readonly List<BlockRole> excludedBlocks = [];
    private readonly SearchLimits limits;
    private readonly ConditionReader conditions;
    private QueryToken? zonePrefix;
    private int clauses;
    private int surplusOpen;

    private QueryParser(QueryVocabulary vocabulary, SearchLimits limits)
    {
        this.limits = limits;
        conditions = new ConditionReader(vocabulary, limits, errors);
    }

    /// <summary>Reads a query.</summary>
    /// <param name="text">As typed; any characters, any length.</param>
    /// <param name="vocabulary">The names that values may be given by.</param>
    /// <param name="limits">What is too long, too many or too deep.</param>
    public static ParsedQuery Parse(string text, QueryVocabulary vocabulary, SearchLimits limits) =>
        new QueryParser(vocabulary, limits).Parse(text);

    private ParsedQuery Parse(string typed)
    {
        string text = Shorten(typed);
        groups.Push(new QueryGroup(-1, null, errors));
        IReadOnlyList<QueryToken> tokens = QueryLexer.Read(text, errors);
        if (tokens is [var only] && IsWordOperator(only))
            tokens = [only with { Kind = QueryTokenKind.Phrase }];
        foreach (QueryToken token in tokens)
            Read(token);
        while (groups.Count > 1)
        {
            errors.Add(groups.Peek().OpenAt, "的左括号没有配对：末尾应有右括号，已补上。");
            CloseGroup();
        }

        DropZonePrefix();
        return Assemble(text, groups.Pop().End());
    }

    private ParsedQuery Assemble(string text, IReadOnlyList<QueryExpression> parts)
    {
        List<QueryExpression> searched = [];
        List<FieldCondition> wanted = [];
        List<FieldCondition> unwanted = [];
        foreach (QueryExpression part in parts)
        {
            if (part is ConditionExpression condition)
                wanted.Add(condition.Condition);
            else if (part is NotExpression { Part: ConditionExpression excluded })
                unwanted.Add(excluded.Condition);
            else
                searched.Add(part);
        }

        return new ParsedQuery
        {
            Text = text,
            Expression = searched.Count == 0 ? null : Conjunction.AsOne(searched),
            Conditions = wanted,
            Exclusions = unwanted,
            Blocks = [.. blocks.Distinct()],
            ExcludedBlocks = [.. excludedBlocks.Distinct()],
            Errors = errors.InOrder,
        };
    }

    private void Read(QueryToken token)
    {
        if (token.Kind is not (QueryTokenKind.Phrase or QueryTokenKind.Wildcard or QueryTokenKind.Open))
            DropZonePrefix();
        switch (token.Kind)
        {
            case QueryTokenKind.Phrase:
                AddPhrase(token, token.Text);
                break;
            case QueryTokenKind.Wildcard:
                AddWildcard(token);
                break;
            case QueryTokenKind.ZonePrefix:
                zonePrefix = token;
                break;
            case QueryTokenKind.Condition:
                AddCondition(token);
                break;
            case QueryTokenKind.Open:
                OpenGroup(token);
                break;
            case QueryTokenKind.Close:
                Close(token);
                break;
            case QueryTokenKind.Not:
                groups.Peek().Exclude(token);
                break;
            case QueryTokenKind.Near:
                PutNear(token);
                break;
            default:
                groups.Peek().Join(token);
                break;
        }
    }

    private void AddPhrase(QueryToken token, string text)
    {
        Zone? zone = TakeZone();
        int units = PhraseUnits.Count(text);
        if (units == 0)
            errors.Add(token.At, $"起的“{text}”里没有可检索的字：这里应有汉字、字母或数字，已略去。");
        else if (units > limits.PhraseUnits)
        {
            errors.Add(token.At, $"起的短语太长：最多 {limits.PhraseUnits} 个字，已只取前 {limits.PhraseUnits} 个字。");
            text = PhraseUnits.Truncate(text, limits.PhraseUnits);
        }

        if (units > 0 && Permitted(token))
            groups.Peek().Add(new PhraseExpression(text, zone, SlopOf(token)));
    }

    private int SlopOf(QueryToken token)
    {
        if (token.Slop is not { } slop)
            return 0;
        if (slop >= 1 && slop <= limits.NearDistance)
            return slop;
        int at = token.At + token.Text.Length;
        errors.Add(at, $"的“~”字数有误：应是 ~1 到 ~{limits.NearDistance}，已按 ~{limits.NearDistance} 理解。");
        return limits.NearDistance;
    }

    private void AddWildcard(QueryToken token)
    {
        (int han, int latin) = PhraseUnits.Fixed(token.Text);
        char afterFirst = token.Text.Length > 1 ? QuerySyntax.Fold(token.Text[1]) : ' ';
        bool leads = token.Text[0] is '*' or '＊' or '?';
        if (han < limits.WildcardHan && latin < limits.WildcardLatin)
            errors.Add(token.At, $"起的通配词太短：至少要有 {limits.WildcardHan} 个汉字或 {limits.WildcardLatin} 个字母、数字，已去掉通配符。");
        else if (leads && !PhraseUnits.IsLatin(afterFirst))
            errors.Add(token.At, "的通配符不能在汉字前面：开头的通配符后面应是字母或数字，已去掉通配符。");
        else
        {
            Zone? zone = TakeZone();
            if (Permitted(token))
                groups.Peek().Add(new WildcardExpression(token.Text, zone));
            return;
        }

        AddPhrase(token, string.Concat(token.Text.Where(c => c is not ('*' or '＊' or '?'))));
    }

    private void AddCondition(QueryToken token)
    {
        QueryGroup group = groups.Peek();
        if (token.Field == QueryField.Block)
        {
            (group.IsNegated ? excludedBlocks : blocks).AddRange(conditions.ReadBlocks(token));
            if (groups.Count > 1 || group.IsAlternative)
                errors.Add(token.At, "起的“章节”写在了括号或“或”里：章节限定的是命中处，应写在最外层，已用于整个检索。");
            group.Settle();
        }
        else if (conditions.Read(token) is { } condition && Permitted(token))
            group.Add(new ConditionExpression(condition));
        else
            group.Settle();
    }

    private void OpenGroup(QueryToken token)
    {
        if (groups.Count > limits.Depth)
        {
            errors.Add(token.At, $"的括号太深：最多 {limits.Depth} 层，已略去这一层。");
            surplusOpen++;
            return;
        }

        Zone? zone = TakeZone();
        groups.Push(new QueryGroup(token.At, zone, errors));
    }

    private void Close(QueryToken token)
    {
        if (surplusOpen > 0)
            surplusOpen--;
        else if (groups.Count > 1)
            CloseGroup();
        else
            errors.Add(token.At, "的右括号没有配对：前面应有左括号，已略去。");
    }

    private void CloseGroup()
    {
        QueryGroup group = groups.Pop();
        IReadOnlyList<QueryExpression> parts = group.End();
        if (parts.Count > 0)
            groups.Peek().Add(Conjunction.AsOne(parts));
        else
            errors.Add(group.OpenAt, "的括号是空的：括号里应有检索词，已略去。");
    }

    private void PutNear(QueryToken token)
    {
        Nearness near = token.Nearness;
        if (near.Scope == NearScope.Units && (near.Distance < 1 || near.Distance > limits.NearDistance))
        {
            errors.Add(token.At, $"的“{token.Text}”距离有误：应是 ~1 到 ~{limits.NearDistance}，已按 ~{limits.NearDistance} 理解。");
            near = near with { Distance = limits.NearDistance };
        }

        groups.Peek().PutNear(token with { Nearness = near });
    }

    /// <summary>True for an operator that is a word; alone it is what is searched for.</summary>
    private static bool IsWordOperator(QueryToken token) =>
        token.Kind is QueryTokenKind.And or QueryTokenKind.Or or QueryTokenKind.Not or QueryTokenKind.Near
        && char.IsLetter(token.Text[0]);

    private bool Permitted(QueryToken token)
    {
        if (++clauses == limits.Clauses + 1)
            errors.Add(token.At, $"起的检索词太多：最多 {limits.Clauses} 个，已略去这里以后的检索词。");
        return clauses <= limits.Clauses;
    }

    /// <summary>The zone asked for right here, else that of the innermost bracket that asked for one.</summary>
    private Zone? TakeZone()
    {
        Zone? zone = zonePrefix is { } prefix
            ? prefix.Field == QueryField.Title ? Zone.Title : Zone.Body
            : groups.Peek().Zone;
        zonePrefix = null;
        return zone;
    }

    private void DropZonePrefix()
    {
        if (zonePrefix is { } prefix)
            errors.Add(prefix.At, $"起的“{prefix.Text}”后面缺少检索词：冒号后应是短语或括号，已略去。");
        zonePrefix = null;
    }

    private string Shorten(string typed)
    {
        if (typed.Length <= limits.QueryLength)
            return typed;
        errors.Add(limits.QueryLength, $"起超出长度：检索式最多 {limits.QueryLength} 个字符，已略去这里以后的字符。");
        int end = char.IsHighSurrogate(typed[limits.QueryLength - 1]) ? limits.QueryLength - 1 : limits.QueryLength;
        return typed[..end];
    }
}
