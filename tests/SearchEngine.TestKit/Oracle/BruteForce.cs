using System.Globalization;
using SearchEngine.Index.Analysis;
using SearchEngine.Index.Indexing;
using SearchEngine.Index.Query;
using SearchEngine.Index.Search;

namespace SearchEngine.TestKit.Oracle;

/// <summary>
/// Answers requests by reading every document, as the description of the search says, sharing no code with the engine
/// but the analyzer.
/// </summary>
public sealed class BruteForce(IAnalyzer analyzer, IReadOnlyCollection<Document> documents)
{
    private static readonly string?[] NoValue = [null];

    private readonly Dictionary<(string Id, bool Wide), OracleParagraph[]> _cache = [];
    private readonly Dictionary<(string Id, Query Leaf, bool AllRoles), List<Place>> _places = [];
    private readonly Dictionary<Query, OraclePattern> _patterns = [];
    private readonly Dictionary<OracleTerm, int> _holders = [];
    private readonly Dictionary<RelatedQuery, OracleRelated> _related = [];
    private IndexRequest? _asked;

    /// <summary>Occurrences by id of the matching documents.</summary>
    public Dictionary<string, long> Search(IndexRequest request) =>
        Found(request, null, request.Roles).ToDictionary(
            document => document.Id,
            document => LeavesOf(request).Sum(leaf => (long)PlacesOf(document, leaf, request, request.Roles).Count),
            StringComparer.Ordinal);

    /// <summary>
    /// BM25 by id of the matching documents: a leaf's frequency counts a title's occurrences threefold; its idf is that
    /// of a term, for a phrase in the default mode the sum over its pairs of characters and its runs; documents and
    /// lengths are those of the whole collection. Terms of related queries have weights and parameters of their own, and
    /// a title's occurrences count once.
    /// </summary>
    public Dictionary<string, double> Scores(IndexRequest request)
    {
        const int TitleWeight = 3;
        double average = documents.Average(LengthOf);
        List<Query> leaves = LeavesOf(request);
        double[] idfs = [.. leaves.Select(leaf => HoldersOf(leaf, request).Sum(Idf))];
        (OracleTerm Term, double Weight)[] related = [.. Related(request.Query).SelectMany(one => one.Weights)
            .GroupBy(term => term.Key, term => term.Value)
            .Select(term => (term.Key, term.Sum() * Idf(HoldersOf(term.Key, request.Wide))))];
        return Found(request, null, request.Roles).ToDictionary(document => document.Id, ScoreOf,
            StringComparer.Ordinal);

        double ScoreOf(Document document)
        {
            double score = 0;
            for (int leaf = 0; leaf < idfs.Length; leaf++)
            {
                double frequency = PlacesOf(document, leaves[leaf], request, request.Roles)
                    .Sum(place => document.Paragraphs[place.Paragraph].Zone == Zone.Title ? TitleWeight : 1);
                score += idfs[leaf] * Saturation(document, frequency, k1: 1.2, b: 0.75);
            }

            foreach ((OracleTerm term, double weight) in related)
            {
                double frequency = CountOf(document, term, request.Wide, request.Roles);
                score += weight * Saturation(document, frequency, k1: term.IsPair ? 1.2 : 1.5, b: 0.85);
            }

            return score;
        }

        double Idf(int holders) => Math.Log(1 + ((documents.Count - holders + 0.5) / (holders + 0.5)));

        double Saturation(Document document, double frequency, double k1, double b)
        {
            double norm = k1 * (1 - b + (b * (average > 0 ? LengthOf(document) / average : 1)));
            return frequency > 0 ? frequency * (k1 + 1) / (frequency + norm) : 0;
        }
    }

    public int Universe(IndexRequest request) => documents.Count(document => PassesFilters(document, request, null));

    /// <summary>Value, count and denominator of a facet, values in ordinal order, missing last.</summary>
    public IReadOnlyList<FacetValue> Facet(IndexRequest request, string field)
    {
        HashSet<string> found = [.. Found(request, field, request.Roles).Select(document => document.Id)];
        List<FacetValue> values = [];
        foreach (string? value in documents.SelectMany(document => ValuesOf(document, field)).Distinct()
            .OrderBy(value => value is null).ThenBy(value => value, StringComparer.Ordinal))
        {
            List<Document> holders = [.. documents.Where(document =>
                ValuesOf(document, field).Contains(value) && PassesFilters(document, request, field))];
            values.Add(new FacetValue(value, holders.Count(document => found.Contains(document.Id)), holders.Count));
        }

        return values;
    }

    public RoleCount Role(IndexRequest request, int role)
    {
        int count = 0;
        long occurrences = 0;
        foreach (Document document in Found(request, null, null))
        {
            long here = LeavesOf(request).SelectMany(leaf => PlacesOf(document, leaf, request, null))
                .Count(place => document.Paragraphs[place.Paragraph] is { Zone: Zone.Body } p && p.Role == role);
            occurrences += here;
            count += here > 0 ? 1 : 0;
        }

        int of = documents.Count(document => PassesFilters(document, request, null)
            && document.Paragraphs.Any(paragraph => paragraph.Zone == Zone.Body && paragraph.Role == role));
        return new RoleCount(role, count, of, occurrences);
    }

    private IEnumerable<Document> Found(IndexRequest request, string? exceptField, IReadOnlySet<int>? roles) =>
        documents.Where(document => PassesFilters(document, request, exceptField)
            && Matches(document, request.Query, request, roles));

    private bool Matches(Document document, Query query, IndexRequest request, IReadOnlySet<int>? roles) => query switch
    {
        AndQuery and => and.Clauses.All(clause => Matches(document, clause, request, roles)),
        OrQuery or => or.Clauses.Any(clause => Matches(document, clause, request, roles)),
        NotQuery not => !Matches(document, not.Clause, request, roles),
        AllQuery => true,
        FilterQuery filter => Passes(document, filter.Filter),
        RelatedQuery related => TermsOf(related) is var terms
            && terms.Required.Count(term => CountOf(document, term, request.Wide, roles) > 0) >= terms.Least,
        _ => PlacesOf(document, query, request, roles).Count > 0,
    };

    /// <summary>The distinct positive leaves: equal ones count once.</summary>
    private List<Query> LeavesOf(IndexRequest request)
    {
        Dictionary<string, Query> leaves = new(StringComparer.Ordinal);
        Collect(request.Query);
        return [.. leaves.Values];

        void Collect(Query query)
        {
            switch (query)
            {
                case AndQuery and:
                    and.Clauses.ToList().ForEach(Collect);
                    break;
                case OrQuery or:
                    or.Clauses.ToList().ForEach(Collect);
                    break;
                case PhraseQuery or WildcardQuery:
                    leaves.TryAdd(PatternOf(query, request.Wide).Key, query);
                    break;
                case NearQuery near:
                    leaves.TryAdd(
                        $"{near.Scope} {near.Distance} {near.Ordered} {KeyOf(near.Left)} // {KeyOf(near.Right)}", near);
                    break;
            }
        }

        string KeyOf(Query side) => string.Join(" / ", Sides(side).Select(one => PatternOf(one, request.Wide).Key));
    }

    /// <summary>The related queries that are under no NOT.</summary>
    private IEnumerable<OracleRelated> Related(Query query) => query switch
    {
        AndQuery and => and.Clauses.SelectMany(Related),
        OrQuery or => or.Clauses.SelectMany(Related),
        RelatedQuery related => [TermsOf(related)],
        _ => [],
    };

    private OracleRelated TermsOf(RelatedQuery related)
    {
        if (!_related.TryGetValue(related, out OracleRelated? terms))
            _related.Add(related, terms = new OracleRelated(analyzer, related));
        return terms;
    }

    private int CountOf(Document document, OracleTerm term, bool wide, IReadOnlySet<int>? roles) =>
        ParagraphsOf(document, wide).Where(paragraph => IsIn(paragraph.Source, roles))
            .Sum(paragraph => term.CountIn(paragraph.Tokens));

    /// <summary>Where a leaf is in a document; kept as long as the same request is asked about.</summary>
    private List<Place> PlacesOf(Document document, Query leaf, IndexRequest request, IReadOnlySet<int>? roles)
    {
        if (!ReferenceEquals(_asked, request))
        {
            _asked = request;
            _places.Clear();
            _patterns.Clear();
        }

        (string, Query, bool) key = (document.Id, leaf, roles is null);
        if (!_places.TryGetValue(key, out List<Place>? places))
        {
            places = [.. LeafPlaces(document, leaf, request.Wide, roles)];
            _places.Add(key, places);
        }

        return places;
    }

    /// <summary>Documents of each term that a leaf is scored by.</summary>
    private IEnumerable<int> HoldersOf(Query leaf, IndexRequest request)
    {
        if (leaf is not PhraseQuery phrase || request.Wide || IsApart(phrase))
            return [documents.Count(document => PlacesOf(document, leaf, request, null).Count > 0)];
        IReadOnlyList<string> tokens = OracleParagraph.TokensOf(analyzer, phrase.Text, wide: false);
        List<OracleTerm> terms = [];
        for (int i = 0; i < tokens.Count; i++)
        {
            bool isCharacter = IsCharacter(tokens, i);
            if (isCharacter && IsCharacter(tokens, i + 1))
                terms.Add(new OracleTerm(tokens[i], tokens[i + 1]));
            else if (IsRun(tokens[i]) || (isCharacter && !IsCharacter(tokens, i - 1)))
                terms.Add(new OracleTerm(tokens[i], null));
        }

        return terms.Select(term => HoldersOf(term, wide: false));
    }

    private int HoldersOf(OracleTerm term, bool wide)
    {
        if (wide)
            return documents.Count(document => CountOf(document, term, wide, roles: null) > 0);
        if (!_holders.TryGetValue(term, out int holders))
        {
            holders = documents.Count(document => CountOf(document, term, wide, roles: null) > 0);
            _holders.Add(term, holders);
        }

        return holders;
    }

    private static bool IsCharacter(IReadOnlyList<string> tokens, int i) => i >= 0 && i < tokens.Count
        && tokens[i] is not (OracleParagraph.Cut or OracleParagraph.Stop) && !IsRun(tokens[i]);

    private static bool IsRun(string token) => char.IsAsciiLetterOrDigit(token[0])
        || token[0] is (>= '\u00c0' and <= '\u024f' and not '×' and not '÷') or (>= '\u1e00' and <= '\u1eff');

    /// <summary>A phrase of several units that need not stand side by side: it is one term.</summary>
    private bool IsApart(PhraseQuery phrase) => phrase.Slop > 0 && OracleParagraph.TokensOf(analyzer, phrase.Text, wide: false)
        .Count(token => token is not (OracleParagraph.Cut or OracleParagraph.Stop)) > 1;

    private double LengthOf(Document document) => ParagraphsOf(document, wide: false).Sum(
        paragraph => paragraph.Tokens.Count(token => token is not (OracleParagraph.Cut or OracleParagraph.Stop)));

    private IEnumerable<Place> LeafPlaces(Document document, Query leaf, bool wide, IReadOnlySet<int>? roles)
    {
        OracleParagraph[] paragraphs = ParagraphsOf(document, wide);
        if (leaf is not NearQuery near)
            return Places(paragraphs, PatternOf(leaf, wide), roles);
        List<Place> left = [.. Sides(near.Left).SelectMany(side =>
            Places(paragraphs, PatternOf(side, wide), roles)).Distinct()];
        List<Place> right = [.. Sides(near.Right).SelectMany(side =>
            Places(paragraphs, PatternOf(side, wide), roles)).Distinct()];
        IEnumerable<Place> lefts = left.Where(l => right.Exists(r => AreNear(near, l, r, paragraphs)));
        IEnumerable<Place> rights = right.Where(r => left.Exists(l => AreNear(near, l, r, paragraphs)));
        return lefts.Concat(rights).Distinct();
    }

    private static IEnumerable<Query> Sides(Query side) => side is OrQuery or ? or.Clauses.SelectMany(Sides) : [side];

    private static bool AreNear(NearQuery near, Place left, Place right, OracleParagraph[] paragraphs)
    {
        (int, int) leftEnd = (left.Paragraph, left.End);
        (int, int) rightEnd = (right.Paragraph, right.End);
        bool leftFirst = leftEnd.CompareTo((right.Paragraph, right.Start)) <= 0;
        bool rightFirst = rightEnd.CompareTo((left.Paragraph, left.Start)) <= 0;
        if (!(leftFirst || (rightFirst && !near.Ordered)))
            return false;
        Paragraph a = paragraphs[left.Paragraph].Source;
        Paragraph b = paragraphs[right.Paragraph].Source;
        if (near.Scope == NearScope.Section)
            return a.Zone == b.Zone && a.Section == b.Section && a.Role == b.Role;
        if (left.Paragraph != right.Paragraph)
            return false;
        IReadOnlyList<string> tokens = paragraphs[left.Paragraph].Tokens;
        int from = Math.Min(left.Start, right.Start);
        int to = Math.Max(left.Start, right.Start);
        return near.Scope switch
        {
            NearScope.Paragraph => true,
            NearScope.Sentence => !tokens.Skip(from).Take(to - from).Contains(OracleParagraph.Stop),
            _ => to - (left.Start < right.Start || leftFirst ? left.End : right.End) <= near.Distance,
        };
    }

    private static IEnumerable<Place> Places(
        OracleParagraph[] paragraphs, OraclePattern pattern, IReadOnlySet<int>? roles)
    {
        for (int p = 0; p < paragraphs.Length; p++)
        {
            if (!IsIn(paragraphs[p].Source, roles))
                continue;
            foreach ((int start, int end) in pattern.Find(paragraphs[p]))
                yield return new Place(p, start, end);
        }
    }

    private static bool IsIn(Paragraph paragraph, IReadOnlySet<int>? roles) =>
        roles is null || (paragraph.Zone != Zone.Title && roles.Contains(paragraph.Role));

    private OraclePattern PatternOf(Query leaf, bool wide)
    {
        if (!_patterns.TryGetValue(leaf, out OraclePattern? pattern))
        {
            pattern = Read(leaf, wide);
            _patterns.Add(leaf, pattern);
        }

        return pattern;
    }

    private OraclePattern Read(Query leaf, bool wide) => leaf switch
    {
        PhraseQuery phrase => OraclePattern.Phrase(analyzer, phrase.Text, phrase.Zone, wide, phrase.Slop),
        WildcardQuery wildcard => OraclePattern.Wildcard(analyzer, wildcard.Pattern, wildcard.Zone, wide),
        _ => throw new NotSupportedException(leaf.GetType().Name),
    };

    private OracleParagraph[] ParagraphsOf(Document document, bool wide)
    {
        if (!_cache.TryGetValue((document.Id, wide), out OracleParagraph[]? paragraphs))
        {
            paragraphs = [.. document.Paragraphs.Select(paragraph => new OracleParagraph(analyzer, paragraph, wide))];
            _cache.Add((document.Id, wide), paragraphs);
        }

        return paragraphs;
    }

    private static bool PassesFilters(Document document, IndexRequest request, string? exceptField) =>
        request.Filters.All(filter => filter.Field == exceptField || Passes(document, filter));

    private static bool Passes(Document document, Filter filter)
    {
        string?[] values = [.. ValuesOf(document, filter.Field)];
        bool missing = values is [null];
        return filter switch
        {
            AnyOfFilter any => missing ? any.OrMissing : values.Any(value => any.Values.Contains(value)),
            NoneOfFilter none => missing ? !none.AndPresent : !values.Any(value => none.Values.Contains(value)),
            RangeFilter range => missing
                ? range.OrMissing
                : document.Numbers[filter.Field] >= (range.From ?? long.MinValue)
                    && document.Numbers[filter.Field] <= (range.To ?? long.MaxValue),
            MissingFilter => missing,
            _ => throw new NotSupportedException(filter.GetType().Name),
        };
    }

    private static IEnumerable<string?> ValuesOf(Document document, string field)
    {
        if (document.Numbers.TryGetValue(field, out long number))
            return [number.ToString(CultureInfo.InvariantCulture)];
        if (document.Keywords.TryGetValue(field, out IReadOnlyList<string>? values) && values.Count > 0)
            return values.Distinct();
        return NoValue;
    }

    private readonly record struct Place(int Paragraph, int Start, int End);
}
