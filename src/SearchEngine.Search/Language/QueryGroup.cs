using SearchEngine.Index.Indexing;

namespace SearchEngine.Search.Language;

/// <summary>
/// What stands between two brackets, while it is read. 或 parts it into branches; 与 is the default inside a branch.
/// An exclusion or a condition that no 与 or 或 ties to a branch holds for the whole group, so that adding one never
/// changes what the rest means.
/// </summary>
internal sealed class QueryGroup(int openAt, Zone? zone, QueryErrors errors)
{
    private readonly List<QueryExpression> branches = [];
    private readonly List<QueryExpression> held = [];
    private List<QueryExpression> clauses = [];
    private List<QueryExpression> loose = [];
    private QueryExpression? lastPhrase;
    private QueryToken? joiner;
    private QueryToken? not;
    private QueryToken? near;

    /// <summary>Position of the bracket; −1 for the query itself.</summary>
    public int OpenAt => openAt;

    /// <summary>The zone that a prefix before the bracket asked for.</summary>
    public Zone? Zone => zone;

    /// <summary>True when the operand to come is excluded.</summary>
    public bool IsNegated => not is not null;

    /// <summary>True when the operand to come is one side of 或.</summary>
    public bool IsAlternative => joiner is { Kind: QueryTokenKind.Or } || branches.Count > 0;

    public void Join(QueryToken token)
    {
        DropDanglingPrefixes();
        if (joiner is { } before)
        {
            errors.Add(token.At, $"的“{token.Text}”前面已有“{before.Text}”：两个运算符之间应有检索词，已略去一个。");
            if (before.Kind == QueryTokenKind.Or || token.Kind == QueryTokenKind.And)
                return;
        }
        else if (clauses.Count + loose.Count == 0)
        {
            errors.Add(token.At, $"的“{token.Text}”左侧缺少检索词：它的两侧都应有检索词，已略去。");
            return;
        }

        if (token.Kind == QueryTokenKind.Or)
            EndBranch();
        joiner = token;
    }

    public void Exclude(QueryToken token)
    {
        if (not is not null)
            errors.Add(token.At, $"的“{token.Text}”重复：一个检索词前只应有一个“非”，已略去这一个。");
        not ??= token;
    }

    public void PutNear(QueryToken token)
    {
        if (lastPhrase is null || joiner is not null || near is not null || not is not null)
            errors.Add(token.At, $"的“{token.Text}”左侧缺少短语：它的两侧都应是短语，已略去。");
        else
            near = token;
    }

    /// <summary>Adds an operand; the operators that wait for it are settled.</summary>
    public void Add(QueryExpression operand)
    {
        if (!TryPutNear(operand))
        {
            QueryExpression clause = not is null ? operand : new NotExpression(operand);
            bool restricts = not is not null || operand is ConditionExpression;
            (restricts && joiner is null ? loose : clauses).Add(clause);
            lastPhrase = !restricts && IsNearable(operand) ? operand : null;
        }

        joiner = not = near = null;
    }

    /// <summary>
    /// Forgets the operators that wait for an operand which has been used for the whole query instead.
    /// </summary>
    public void Settle()
    {
        lastPhrase = null;
        not = near = null;
        if (joiner is { Kind: QueryTokenKind.And })
            joiner = null;
    }

    /// <summary>The parts that must all hold, when the group has ended. Empty for an empty group.</summary>
    public IReadOnlyList<QueryExpression> End()
    {
        DropDanglingPrefixes();
        if (joiner is { } dangling)
            errors.Add(dangling.At, $"的“{dangling.Text}”右侧缺少检索词：它的两侧都应有检索词，已略去。");
        if (branches.Count == 0)
            return Conjunction.Of([.. clauses, .. loose]);
        if (clauses.Count + loose.Count > 0)
            EndBranch();
        return Conjunction.Of([branches.Count == 1 ? branches[0] : new AnyOfExpression([.. branches]), .. held]);
    }

    private void EndBranch()
    {
        // A branch of nothing but restrictions is a branch all the same.
        if (clauses.Count == 0)
            clauses = loose;
        else
            held.AddRange(loose);
        branches.Add(Conjunction.AsOne(Conjunction.Of(clauses)));
        clauses = [];
        loose = [];
        lastPhrase = null;
    }

    private bool TryPutNear(QueryExpression operand)
    {
        if (near is not { } token)
            return false;
        if (not is not null || !IsNearable(operand))
        {
            errors.Add(token.At, $"的“{token.Text}”两侧应是短语，或用“或”连起的短语：已改作“与”。");
            return false;
        }

        NearExpression pair = new(lastPhrase!, operand, token.Nearness);
        if (ReferenceEquals(clauses[^1], lastPhrase))
            clauses[^1] = pair;
        else
            clauses.Add(pair);
        lastPhrase = operand;
        return true;
    }

    private void DropDanglingPrefixes()
    {
        if (near is { } dangling)
            errors.Add(dangling.At, $"的“{dangling.Text}”右侧缺少短语：它的两侧都应是短语，已略去。");
        if (not is { } exclusion)
            errors.Add(exclusion.At, $"的“{exclusion.Text}”右侧缺少检索词：它后面应是要排除的检索词，已略去。");
        near = not = null;
    }

    private static bool IsNearable(QueryExpression operand) => operand switch
    {
        PhraseExpression or WildcardExpression => true,
        AnyOfExpression any => any.Parts.All(part => part is PhraseExpression or WildcardExpression),
        _ => false,
    };
}
