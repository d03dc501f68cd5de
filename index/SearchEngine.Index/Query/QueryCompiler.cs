using System.Globalization;
using SearchEngine.Index.Analysis;

namespace SearchEngine.Index.Query;

/// <summary>Compiles a query tree into a plan. Not for several threads.</summary>
internal sealed class QueryCompiler
{
    private readonly IAnalyzer _analyzer;
    private readonly PatternCompiler _patterns;
    private readonly List<Leaf> _leaves = [];
    private readonly Dictionary<string, int> _byKey = new(StringComparer.Ordinal);

    private QueryCompiler(IAnalyzer analyzer, bool wide)
    {
        _analyzer = analyzer;
        _patterns = new PatternCompiler(analyzer, wide);
    }

    /// <summary>
    /// Compiles. <see cref="QueryTooComplexException"/> over a limit; <see cref="ArgumentException"/> for a near query
    /// whose sides are not phrases.
    /// </summary>
    public static QueryPlan Compile(Query query, IAnalyzer analyzer, bool wide)
    {
        RequireWithinLimits(query);
        QueryCompiler compiler = new(analyzer, wide);
        PlanNode root = compiler.Compile(query, positive: true);
        return new QueryPlan(root, compiler._leaves, wide);
    }

    /// <summary>Counts depth and nodes with a stack of its own: the recursion below is then bounded.</summary>
    private static void RequireWithinLimits(Query query)
    {
        Stack<(Query Query, int Depth)> open = new([(query, 1)]);
        int nodes = 0;
        while (open.TryPop(out (Query Query, int Depth) next))
        {
            if (next.Depth > IndexLimits.QueryDepth)
                throw new QueryTooComplexException(nameof(IndexLimits.QueryDepth), IndexLimits.QueryDepth);
            if (++nodes > IndexLimits.QueryNodes)
                throw new QueryTooComplexException(nameof(IndexLimits.QueryNodes), IndexLimits.QueryNodes);
            IEnumerable<Query> below = next.Query switch
            {
                AndQuery and => and.Clauses,
                OrQuery or => or.Clauses,
                NotQuery not => [not.Clause],
                NearQuery near => [near.Left, near.Right],
                _ => [],
            };
            foreach (Query clause in below)
            {
                if (open.Count > IndexLimits.QueryNodes)
                    throw new QueryTooComplexException(nameof(IndexLimits.QueryNodes), IndexLimits.QueryNodes);
                open.Push((clause, next.Depth + 1));
            }
        }
    }

    private PlanNode Compile(Query query, bool positive) => query switch
    {
        PhraseQuery phrase => PatternNode(_patterns.Compile(phrase), phrase.Text, positive),
        WildcardQuery wildcard => PatternNode(_patterns.Compile(wildcard), wildcard.Pattern, positive),
        AndQuery and => new AndNode([.. and.Clauses.Select(clause => Compile(clause, positive))]),
        OrQuery or => new OrNode([.. or.Clauses.Select(clause => Compile(clause, positive))]),
        NotQuery not => new NotNode(Compile(not.Clause, positive: false)),
        AllQuery => new AllNode(),
        FilterQuery filter => new FilterNode(filter.Filter),
        NearQuery near => Near(near, positive),
        RelatedQuery related => Related(related, positive),
        _ => throw new ArgumentException($"A query of type {query.GetType().Name} is not known here.", nameof(query)),
    };

    private LeafNode PatternNode(Pattern pattern, string text, bool positive) =>
        new(AddLeaf(pattern.Key, counts => new PatternLeaf(pattern, counts, counts, text), positive));

    private LeafNode Near(NearQuery near, bool positive)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(near.Distance);
        List<Pattern> left = [];
        List<Pattern> right = [];
        Collect(near.Left, left);
        Collect(near.Right, right);
        string key = string.Create(CultureInfo.InvariantCulture,
            $"near {near.Scope} {near.Distance} {near.Ordered} {KeyOf(left)} // {KeyOf(right)}");
        return new LeafNode(AddLeaf(key, counts => new NearLeaf(
            left, right, near.Scope, near.Distance, near.Ordered, counts, counts, near.Scope.ToString()), positive));

        static string KeyOf(IEnumerable<Pattern> patterns) => string.Join(" / ", patterns.Select(pattern => pattern.Key));
    }

    private void Collect(Query side, List<Pattern> patterns)
    {
        switch (side)
        {
            case PhraseQuery phrase:
                patterns.Add(_patterns.Compile(phrase));
                break;
            case WildcardQuery wildcard:
                patterns.Add(_patterns.Compile(wildcard));
                break;
            case OrQuery or:
                foreach (Query clause in or.Clauses)
                    Collect(clause, patterns);
                break;
            default:
                throw new ArgumentException("A side of a near query is a phrase or phrases joined by or.", nameof(side));
        }
    }

    private PlanNode Related(RelatedQuery related, bool positive)
    {
        (IReadOnlyList<RelatedTerm> pairs, IReadOnlyList<RelatedTerm> singles) = RelatedTerms.Of(related, _analyzer);
        IReadOnlyList<RelatedTerm> terms = pairs.Count > 0 ? pairs : singles;
        int[] required = [.. terms.Select(term => RelatedLeaf(term, positive))];
        if (pairs.Count > 0)
        {
            // Characters do not match where there are pairs: those without weight need not be looked for.
            foreach (RelatedTerm single in singles.Where(single => single.Weight > 0))
                RelatedLeaf(single, positive);
        }

        int least = Math.Clamp((int)Math.Ceiling(required.Length * related.Share), 1, Math.Max(1, required.Length));
        return required.Length > 0 ? new AtLeastNode(required, least) : new OrNode([]);
    }

    /// <summary>The leaf of a term; one that several related queries have weighs what it weighs in all of them.</summary>
    private int RelatedLeaf(RelatedTerm term, bool positive)
    {
        Pattern pattern = new(term.Elements, zone: null);
        string key = "related " + pattern.Key;
        double weight = positive ? term.Weight : 0;
        if (_byKey.TryGetValue(key, out int leaf))
        {
            weight += _leaves[leaf].Weight;
            _leaves[leaf] = _leaves[leaf] with { Weight = weight, Scores = weight > 0 };
            return leaf;
        }

        string text = string.Concat(term.Elements.Select(
            element => element.Kind == ElementKind.Run ? element.Text : char.ConvertFromUtf32(element.CodePoint)));
        _byKey.Add(key, _leaves.Count);
        _leaves.Add(new PatternLeaf(pattern, Counts: false, Scores: weight > 0, text) { Grain = term.Grain, Weight = weight });
        return _leaves.Count - 1;
    }

    private int AddLeaf(string key, Func<bool, Leaf> create, bool positive)
    {
        if (!_byKey.TryGetValue(key, out int leaf))
        {
            leaf = _leaves.Count;
            _leaves.Add(create(positive));
            _byKey.Add(key, leaf);
        }
        else if (positive && !_leaves[leaf].Counts)
        {
            // First met under a NOT; one positive mention is enough to count it.
            _leaves[leaf] = create(true);
        }

        return leaf;
    }
}
