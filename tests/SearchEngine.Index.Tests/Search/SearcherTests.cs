using SearchEngine.Analysis;
using SearchEngine.Index.Highlight;
using SearchEngine.Index.Indexing;
using SearchEngine.Index.Query;
using SearchEngine.Index.Reading;
using SearchEngine.Index.Search;
using SearchEngine.Index.Store;
using SearchEngine.TestKit;
using SearchEngine.TestKit.Oracle;

namespace SearchEngine.Index.Tests.Search;

public sealed class SearcherTests
{
    private static readonly ChineseAnalyzer Analyzer = new();

    [Fact]
    public void Agrees_with_brute_force_on_synthetic_text()
    {
        RandomSeed seed = RandomSeed.Next();
        Random random = seed.Create();
        for (int round = 0; round < 12; round++)
        {
            IReadOnlyList<Document> documents = RandomCorpus.Synthetic(random, random.Next(1, 40));
            Compare(documents, random, queries: 150, perCommit: random.Next(1, 40), seed);
        }
    }

    [Fact]
    public void Agrees_with_brute_force_on_real_text()
    {
        Assert.SkipWhen(RepoPaths.SharedIsMissing(), "needs ../shared");
        RandomSeed seed = RandomSeed.Next();
        Random random = seed.Create();
        List<Document> documents = [.. SharedCorpus.Seeds(random)];
        documents.AddRange(SharedCorpus.Laws().Where(_ => random.Next(60) == 0).Take(20)
            .Select(law => RandomCorpus.Describe(random, law.Id, law.Lines.Take(60))));

        Compare(documents, random, queries: 300, perCommit: 11, seed);
    }

    [Fact]
    public void Answers_do_not_depend_on_how_documents_are_spread_over_segments()
    {
        RandomSeed seed = RandomSeed.Next();
        Random random = seed.Create();
        IReadOnlyList<Document> documents = RandomCorpus.Synthetic(random, 60);
        Searcher[] searchers =
        [
            new(Build(documents, 60)), new(Build(documents, 31)), new(Build(documents, 9)), new(Build(documents, 1)),
            new(Build([.. documents.Reverse()], 7)),
        ];
        RandomQueries queries = new(random, documents);

        for (int i = 0; i < 200; i++)
        {
            IndexRequest request = queries.Next() with { Explain = true };
            IndexResult expected = searchers[0].Search(request);
            foreach (Searcher searcher in searchers.Skip(1))
            {
                IndexResult actual = searcher.Search(request);
                Assert.True(Describe(expected) == Describe(actual), $"{Describe(request.Query)} {seed}");
            }
        }
    }

    [Fact]
    public void Scores_are_the_sum_of_their_explanation()
    {
        RandomSeed seed = RandomSeed.Next();
        Random random = seed.Create();
        IReadOnlyList<Document> documents = RandomCorpus.Synthetic(random, 50);
        Searcher searcher = new(Build(documents, 20));
        RandomQueries queries = new(random, documents);

        for (int i = 0; i < 200; i++)
        {
            foreach (IndexHit hit in searcher.Search(queries.Next() with { Explain = true }).Hits)
            {
                Assert.Equal(hit.Score, hit.Explanation!.Value, 1e-6);
                Assert.Equal(hit.Score, hit.Explanation.Parts.Sum(part => part.Parts.Aggregate(1.0, (p, n) => p * n.Value)), 1e-6);
            }
        }
    }

    private static string Describe(IndexResult result) =>
        $"{result.Documents} {result.Occurrences} {result.Universe} "
        + string.Join(';', result.Hits.Select(hit => $"{hit.Id} {hit.Score:f9} {hit.Occurrences} {hit.Stored}"))
        + string.Join(';', result.Facets.SelectMany(facet => facet.Values))
        + string.Join(';', result.Roles);

    private static IndexReader Build(IReadOnlyList<Document> documents, int perCommit)
    {
        RamDirectory directory = new();
        using IndexWriter writer = IndexWriter.Open(directory, Analyzer, RandomCorpus.Schema);
        foreach (Document[] chunk in documents.Chunk(perCommit))
        {
            foreach (Document document in chunk)
                writer.Add(document);
            writer.Commit();
        }

        return IndexReader.Open(directory, Analyzer);
    }

    private static void Compare(
        IReadOnlyList<Document> documents, Random random, int queries, int perCommit, RandomSeed seed)
    {
        using IndexReader reader = Build(documents, perCommit);
        Searcher searcher = new(reader);
        BruteForce oracle = new(Analyzer, documents);
        RandomQueries source = new(random, documents);
        if (documents.All(document => document.Paragraphs.All(paragraph => paragraph.Text.Length == 0)))
            return;
        Highlighter highlighter = new(Analyzer);
        for (int i = 0; i < queries; i++)
        {
            IndexRequest request = source.Next();
            string context = $"{Describe(request.Query)} wide {request.Wide} roles {string.Join(',', request.Roles ?? new HashSet<int>())}; {seed}";
            IndexResult actual = searcher.Search(request);
            Dictionary<string, long> expected = oracle.Search(request);
            if (actual.Partial)
            {
                // A wildcard that fits too many runs (2*) is answered in part, and says so.
                Assert.Contains("*", Describe(request.Query), StringComparison.Ordinal);
                continue;
            }

            Assert.True(expected.Count == actual.Documents, $"{expected.Count} expected, {actual.Documents} found: {context}");
            foreach (IndexHit hit in actual.Hits)
            {
                Assert.True(expected.TryGetValue(hit.Id, out long occurrences), $"{hit.Id} is extra: {context}");
                Assert.True(occurrences == hit.Occurrences, $"{hit.Id}: {occurrences} expected, {hit.Occurrences} found: {context}");
            }

            Assert.Equal(expected.Values.Sum(), actual.Occurrences);
            Assert.Equal(oracle.Universe(request), actual.Universe);
            foreach (FacetCounts facet in actual.Facets)
                Assert.Equal(oracle.Facet(request, facet.Field), facet.Values);
            foreach (RoleCount role in actual.Roles)
                Assert.Equal(oracle.Role(request, role.Role), role);
            if (actual.Hits.Count > 0)
                CheckMarks(searcher, highlighter, actual.Hits[random.Next(actual.Hits.Count)], request, context);
        }
    }

    private static string Describe(Index.Query.Query query) => query switch
    {
        AndQuery and => $"({string.Join(" and ", and.Clauses.Select(Describe))})",
        OrQuery or => $"({string.Join(" or ", or.Clauses.Select(Describe))})",
        NotQuery not => $"not {Describe(not.Clause)}",
        _ => query.ToString()!,
    };

    private static void CheckMarks(
        Searcher searcher, Highlighter highlighter, IndexHit hit, IndexRequest request, string context)
    {
        IReadOnlyList<ParagraphMatch> passages = searcher.Passages(hit.Document, request, int.MaxValue);
        Assert.True(hit.Occurrences == passages.Sum(passage => passage.Occurrences), $"passages of {hit.Id}: {context}");
        HashSet<int> roles = [];
        // One of each role by most occurrences, then the rest by most occurrences.
        IEnumerable<int> best = passages.OrderByDescending(passage => passage.Occurrences).ThenBy(passage => passage.Paragraph)
            .ToArray().OrderBy(passage => roles.Add(passage.IsTitle ? -1 : passage.Role) ? 0 : 1)
            .Take(2).Select(passage => passage.Paragraph).Order();
        IEnumerable<int> shown = searcher.Passages(hit.Document, request, limit: 2).Select(passage => passage.Paragraph);
        Assert.True(best.SequenceEqual(shown), $"best passages of {hit.Id}: {context}");
        if (request.Roles is not null)
            return;
        IReadOnlyList<IReadOnlyList<TextRange>> ranges =
            highlighter.Find(searcher.Paragraphs(hit.Document), request.Query, request.Wide);
        Assert.True(hit.Occurrences == ranges.Sum(list => list.Count), $"ranges of {hit.Id}: {context}");
    }
}
