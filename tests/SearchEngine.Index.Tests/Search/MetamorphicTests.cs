using SearchEngine.Index.Indexing;
using SearchEngine.Index.Query;
using SearchEngine.Index.Reading;
using SearchEngine.Index.Search;
using SearchEngine.Index.Store;
using SearchEngine.TestKit;

namespace SearchEngine.Index.Tests.Search;

/// <summary>E6: laws that hold between answers, whatever the right answers are.</summary>
public sealed class MetamorphicTests
{
    private const int Usual = 3_000;
    private const int QueriesOfCorpus = 100;

    [Fact]
    public void Answers_obey_the_laws_of_sets()
    {
        RandomSeed seed = RandomSeed.Next();
        Random random = seed.Create();
        int wanted = Amount.Of("E6", Usual);
        for (int asked = 0; asked < wanted; asked += QueriesOfCorpus)
        {
            IReadOnlyList<Document> documents = RandomCorpus.Synthetic(random, random.Next(5, 40));
            if (documents.All(document => document.Paragraphs.All(paragraph => paragraph.Text.Length == 0)))
                continue;
            RamDirectory directory = new();
            TestIndex.Of(documents, random.Next(1, 40), directory: directory).Dispose();
            IndexRequest[] requests = Requests(new RandomQueries(random, documents));
            string[] before = Answers(directory, requests, context => $"{context}; {seed}");
            // An unrelated document, and one that is deleted and comes back, change no set.
            Document again = documents[random.Next(documents.Count)];
            using (IndexWriter writer = IndexWriter.Open(directory, TestIndex.Analyzer, RandomCorpus.Schema))
            {
                writer.Delete(again.Id);
                writer.Commit();
                writer.Add(again);
                writer.Commit();
            }

            Assert.True(
                before.SequenceEqual(Answers(directory, requests, context => $"{context}; {seed}")),
                    $"re-added: {seed}");
            using (IndexWriter writer = IndexWriter.Open(directory, TestIndex.Analyzer, RandomCorpus.Schema))
            {
                writer.Add(TestIndex.Saying("unrelated", "镞镟镠镡镢镣"));
                writer.Commit();
            }

            string[] after = Answers(directory, requests, context => $"{context}; {seed}", except: "unrelated");
            Assert.True(before.SequenceEqual(after), $"unrelated: {seed}");
        }

        Progress.Say($"E6 queries={wanted} violations=0");
    }

    private static IndexRequest[] Requests(RandomQueries queries) =>
        [.. Enumerable.Range(0, QueriesOfCorpus).Select(_ => queries.Next() with { Sort = [], Facets = [] })];

    private static string[] Answers(
        RamDirectory directory, IndexRequest[] requests, Func<string, string> context, string? except = null)
    {
        using IndexReader reader = IndexReader.Open(directory, TestIndex.Analyzer);
        Searcher searcher = new(reader);
        List<string> answers = [];
        for (int i = 0; i < requests.Length; i++)
        {
            IndexRequest request = requests[i];
            Index.Query.Query a = request.Query;
            Index.Query.Query b = requests[(i + 1) % requests.Length].Query;
            HashSet<string> found = Ids(a);
            HashSet<string> other = Ids(b);
            string what = context(QueryText.Of(request));
            Assert.True(found.SetEquals(Ids(new OrQuery([a, a]))), $"A or A: {what}");
            Assert.True(found.SetEquals(Ids(new NotQuery(new NotQuery(a)))), $"not not A: {what}");
            Assert.True(found.Intersect(other).ToHashSet().SetEquals(Ids(new AndQuery([a, b]))), $"A and B: {what}");
            Assert.True(found.Union(other).ToHashSet().SetEquals(Ids(new OrQuery([a, b]))), $"A or B: {what}");
            Assert.True(
                found.Except(other).ToHashSet().SetEquals(Ids(new AndQuery([a, new NotQuery(b)]))), $"A not B: {what}");
            // A phrase is found only where each of its characters is.
            if (a is PhraseQuery phrase)
                Assert.True(phrase.Text.Where(IsHan).All(c =>
                    found.IsSubsetOf(Ids(new PhraseQuery(c.ToString(), phrase.Zone)))), what);

            answers.Add(string.Join(' ', found.Where(id => id != except).Order(StringComparer.Ordinal)));

            HashSet<string> Ids(Index.Query.Query query) =>
                [.. searcher.Search(request with { Query = query }).Hits.Select(hit => hit.Id)];
        }

        return [.. answers];
    }

    private static bool IsHan(char c) => c is >= '\u4e00' and <= '\u9fa5';
}
