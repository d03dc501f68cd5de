using SearchEngine.Index.Highlight;
using SearchEngine.Index.Indexing;
using SearchEngine.Index.Pruning;
using SearchEngine.Index.Reading;
using SearchEngine.Index.Search;
using SearchEngine.TestKit;
using SearchEngine.TestKit.Oracle;

namespace SearchEngine.Index.Tests.Search;

/// <summary>
/// E1: random collections and random requests against an oracle that reads every document: documents, occurrences,
/// facets, roles, scores, order, pages and marks.
/// </summary>
public sealed class OracleTests
{
    private const int Usual = 20_000;
    private const int QueriesOfCorpus = 200;
    private const int Report = 50_000;
    private const double ScoreTolerance = 1e-5;

    [Fact]
    public void Answers_equal_brute_force()
    {
        RandomSeed seed = RandomSeed.Next();
        Random random = seed.Create();
        int wanted = Amount.Of("E1", Usual);
        int partial = 0;
        int corpora = 0;
        for (int asked = 0; asked < wanted; corpora++)
        {
            IReadOnlyList<Document> documents = Corpus(random, corpora);
            if (documents.All(document => document.Paragraphs.All(paragraph => paragraph.Text.Length == 0)))
                continue;
            int queries = Math.Min(QueriesOfCorpus, wanted - asked);
            partial += Compare(documents, random, queries, perCommit: random.Next(1, documents.Count + 1), seed);
            if ((asked + queries) / Report > asked / Report)
                Progress.Say($"E1 queries={asked + queries} corpora={corpora + 1} partial={partial} wrong=0");
            asked += queries;
        }

        Progress.Say($"E1 queries={wanted} corpora={corpora} partial={partial} wrong=0");
    }

    [Fact]
    public void Answers_equal_brute_force_on_real_text()
    {
        Assert.SkipWhen(RepoPaths.SharedIsMissing(), "needs ../shared");
        RandomSeed seed = RandomSeed.Next();
        Random random = seed.Create();
        List<Document> documents = [.. SharedCorpus.Seeds(random)];
        documents.AddRange(SharedCorpus.Laws().Where(_ => random.Next(60) == 0).Take(20)
            .Select(law => RandomCorpus.Describe(random, law.Id, law.Lines.Take(60))));

        _ = Compare(documents, random, queries: 150, perCommit: 11, seed);
    }

    /// <summary>
    /// Few signs that meet each other, few or many characters by Zipf's law; now and then many documents.
    /// </summary>
    private static IReadOnlyList<Document> Corpus(Random random, int number) => (number % 20) switch
    {
        < 10 => RandomCorpus.Synthetic(random, random.Next(1, 40)),
        < 15 => RandomCorpus.Zipf(random, random.Next(1, 60), random.Next(5, 50), longestLine: 60),
        < 18 => RandomCorpus.Zipf(random, random.Next(1, 40), random.Next(50, 5_000), longestLine: 60),
        // Terms of several blocks and in most documents.
        18 => RandomCorpus.Zipf(random, random.Next(20, 60), vocabulary: 5, longestLine: 400),
        _ => RandomCorpus.Zipf(random, number % 400 == 19 ? 2_000 : 150, random.Next(5, 500), longestLine: 20),
    };

    private static int Compare(
        IReadOnlyList<Document> documents, Random random, int queries, int perCommit, RandomSeed seed)
    {
        using IndexReader reader = TestIndex.Of(documents, perCommit);
        Searcher searcher = new(reader);
        BruteForce oracle = new(TestIndex.Analyzer, documents);
        Dictionary<string, Document> byId = documents.ToDictionary(document => document.Id, StringComparer.Ordinal);
        RandomQueries source = new(random, documents);
        Highlighter highlighter = new(TestIndex.Analyzer);
        int partial = 0;
        for (int i = 0; i < queries; i++)
        {
            IndexRequest request = source.Next();
            string context = $"{QueryText.Of(request)}; {seed}";
            IndexResult actual = searcher.Search(request);
            if (actual.Partial)
            {
                // A wildcard that fits too many runs (2*) is answered in part, and says so.
                Assert.Contains("*", context, StringComparison.Ordinal);
                partial++;
                continue;
            }

            CompareHits(oracle, request, actual, context);
            Assert.True(oracle.Universe(request) == actual.Universe, $"universe: {context}");
            foreach (FacetCounts facet in actual.Facets)
                Assert.True(oracle.Facet(request, facet.Field).SequenceEqual(facet.Values),
                    $"{facet.Field}: {context}");
            foreach (RoleCount role in actual.Roles)
            {
                RoleCount expected = oracle.Role(request, role.Role);
                Assert.True(expected == role, $"{expected} expected, {role} found: {context}");
            }

            CheckOrder(actual.Hits, request, byId, context);
            CheckPage(searcher, actual.Hits, request, random, context);
            if (actual.Hits.Count > 0 && i % 4 == 0)
                CheckMarks(searcher, highlighter, actual.Hits[random.Next(actual.Hits.Count)], request, context);
        }

        return partial;
    }

    private static void CompareHits(BruteForce oracle, IndexRequest request, IndexResult actual, string context)
    {
        Dictionary<string, long> expected = oracle.Search(request);
        Dictionary<string, double> scores = oracle.Scores(request);
        Assert.True(
            expected.Count == actual.Documents && expected.Count == actual.Hits.Count,
            $"{expected.Count} expected, {actual.Documents} found: {context}");
        Assert.True(expected.Values.Sum() == actual.Occurrences, $"occurrences: {context}");
        foreach (IndexHit hit in actual.Hits)
        {
            Assert.True(expected.TryGetValue(hit.Id, out long occurrences), $"{hit.Id} is extra: {context}");
            Assert.True(
                occurrences == hit.Occurrences, $"{hit.Id}: {occurrences} expected, {hit.Occurrences} found: {context}");
            double score = scores[hit.Id];
            Assert.True(
                Math.Abs(score - hit.Score) <= ScoreTolerance * Math.Max(1, score),
                $"{hit.Id}: score {score} expected, {hit.Score} found: {context}");
        }
    }

    /// <summary>By the sort keys, then by score, then by id; with the scores that the hits have.</summary>
    private static void CheckOrder(
        IReadOnlyList<IndexHit> hits, IndexRequest request, Dictionary<string, Document> byId, string context)
    {
        for (int i = 1; i < hits.Count; i++)
        {
            int order = request.Sort.Select(key => Compare(hits[i - 1], hits[i], key)).FirstOrDefault(o => o != 0);
            if (order == 0)
                order = hits[i].Score.CompareTo(hits[i - 1].Score);
            if (order == 0)
                order = string.CompareOrdinal(hits[i - 1].Id, hits[i].Id);
            Assert.True(order < 0, $"{hits[i - 1].Id} before {hits[i].Id}: {context}");
        }

        int Compare(IndexHit left, IndexHit right, SortKey key)
        {
            int order = key.By switch
            {
                SortBy.Score => left.Score.CompareTo(right.Score),
                SortBy.Occurrences => left.Occurrences.CompareTo(right.Occurrences),
                _ => 0,
            };
            if (key.By != SortBy.Field)
                return key.Descending ? -order : order;
            (bool Missing, long Number, string Text) l = ValueOf(byId[left.Id], key.Field!);
            (bool Missing, long Number, string Text) r = ValueOf(byId[right.Id], key.Field!);
            if (l.Missing || r.Missing)
                return l.Missing.CompareTo(r.Missing);
            order = l.Number != r.Number ? l.Number.CompareTo(r.Number) : string.CompareOrdinal(l.Text, r.Text);
            return key.Descending ? -order : order;
        }
    }

    private static (bool Missing, long Number, string Text) ValueOf(Document document, string field)
    {
        if (document.Numbers.TryGetValue(field, out long number))
            return (false, number, "");
        return document.Keywords.TryGetValue(field, out IReadOnlyList<string>? values) && values.Count > 0
            ? (false, 0, values[0])
            : (true, 0, "");
    }

    /// <summary>A page is the same stretch of the whole answer, wherever it begins.</summary>
    private static void CheckPage(
        Searcher searcher, IReadOnlyList<IndexHit> all, IndexRequest request, Random random, string context)
    {
        int from = random.Next(all.Count + 3);
        int limit = random.Next(6);
        IndexResult page = searcher.Search(request with { From = from, Limit = limit, Facets = [] });
        Assert.True(
            page.Hits.Select(hit => hit.Id).SequenceEqual(all.Skip(from).Take(limit).Select(hit => hit.Id)),
            $"page from {from} of {limit}: {context}");
        Assert.True(page.Documents == all.Count, $"documents of a page: {context}");
        TopHits best = new TopSearcher(searcher).Search(request with { From = from, Limit = limit });
        Assert.True(page.Hits.SequenceEqual(best.Hits), $"best hits from {from} of {limit}: {context}");
    }

    private static void CheckMarks(
        Searcher searcher, Highlighter highlighter, IndexHit hit, IndexRequest request, string context)
    {
        IReadOnlyList<ParagraphMatch> passages = searcher.Passages(hit.Document, request, int.MaxValue);
        Assert.True(
            hit.Occurrences == passages.Sum(passage => passage.Occurrences), $"passages of {hit.Id}: {context}");
        HashSet<int> roles = [];
        // One of each role by most occurrences, then the rest by most occurrences.
        IEnumerable<int> best = passages
            .OrderByDescending(passage => passage.Occurrences).ThenBy(passage => passage.Paragraph)
            .ToArray().OrderBy(passage => roles.Add(passage.IsTitle ? -1 : passage.Role) ? 0 : 1)
            .Take(2).Select(passage => passage.Paragraph).Order();
        IEnumerable<int> shown = searcher.Passages(hit.Document, request, limit: 2).Select(passage =>
            passage.Paragraph);
        Assert.True(best.SequenceEqual(shown), $"best passages of {hit.Id}: {context}");
        if (request.Roles is not null)
            return;
        IReadOnlyList<IReadOnlyList<TextRange>> ranges =
            highlighter.Find(searcher.Paragraphs(hit.Document), request.Query, request.Wide);
        Assert.True(hit.Occurrences == ranges.Sum(list => list.Count), $"ranges of {hit.Id}: {context}");
    }
}
