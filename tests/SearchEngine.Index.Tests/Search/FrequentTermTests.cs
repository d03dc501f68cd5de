using SearchEngine.Analysis;
using SearchEngine.Index.Indexing;
using SearchEngine.Index.Reading;
using SearchEngine.Index.Search;
using SearchEngine.Index.Store;
using SearchEngine.IndexingChild;
using SearchEngine.TestKit;
using SearchEngine.TestKit.Oracle;

namespace SearchEngine.Index.Tests.Search;

/// <summary>Few signs in long documents: every term is in many blocks and has a list of places.</summary>
public sealed class FrequentTermTests
{
    private static readonly ChineseAnalyzer Analyzer = new();

    [Fact]
    public void Agrees_with_brute_force()
    {
        RandomSeed seed = RandomSeed.Next();
        Random random = seed.Create();
        IReadOnlyList<Document> documents = RandomCorpus.Frequent(random, 60);
        using IndexReader reader = Write(documents, new IndexWriterOptions(), merge: false);
        Searcher searcher = new(reader);
        BruteForce oracle = new(Analyzer, documents);
        RandomQueries queries = new(random, documents);

        for (int i = 0; i < 80; i++)
        {
            IndexRequest request = queries.Next();
            Dictionary<string, long> expected = oracle.Search(request);
            IndexResult actual = searcher.Search(request);

            string context = $"{QueryText.Of(request)} {seed}";
            Assert.True(expected.Count == actual.Documents, $"{expected.Count} expected, {actual.Documents} found: {context}");
            Assert.True(expected.Values.Sum() == actual.Occurrences, context);
            Assert.True(actual.Hits.All(hit => expected.GetValueOrDefault(hit.Id) == hit.Occurrences), context);
        }
    }

    [Fact]
    public void Deleted_documents_leave_no_trace_in_counts_and_scores()
    {
        RandomSeed seed = RandomSeed.Next();
        Random random = seed.Create();
        Document[] documents = [.. RandomCorpus.Frequent(random, 40), .. RandomCorpus.Synthetic(random, 40)];
        Document[] deleted = [.. RandomCorpus.Frequent(random, 40).Select(document => document with { Id = "x" + document.Id })];
        Document[] all = [.. documents, .. deleted];
        random.Shuffle(all);
        RamDirectory directory = new();
        using IndexWriter writer = IndexWriter.Open(directory, Analyzer, RandomCorpus.Schema);
        foreach (Document document in all)
            writer.Add(document);
        writer.Commit();
        foreach (Document document in deleted)
            writer.Delete(document.Id);
        writer.Commit();

        using IndexReader reader = IndexReader.Open(directory, Analyzer);
        using IndexReader fresh = Write(documents, new IndexWriterOptions(), merge: false);
        RequireEqualAnswers(fresh, reader, documents, random, seed);
    }

    [Fact]
    public void Two_threads_and_one_merge_give_the_same_answers()
    {
        RandomSeed seed = RandomSeed.Next();
        Random random = seed.Create();
        Document[] documents = [.. RandomCorpus.Frequent(random, 120), .. RandomCorpus.Synthetic(random, 60)];
        // A third of them is replaced by itself, so that buffers, segments and merges under way are deleted from.
        Document[] twice = [.. documents, .. documents.Where((_, i) => i % 3 == 0)];

        using IndexReader plain = Write(documents, new IndexWriterOptions(), merge: false);
        using IndexReader merged = Write(twice, new IndexWriterOptions { Threads = 2, BufferBytes = 40_000, MergeFactor = 100 }, merge: true);
        using IndexReader tiered = Write(twice, new IndexWriterOptions { Threads = 2, BufferBytes = 4_000, MergeFactor = 2 }, merge: false);

        // Several rows of lists, so that one is written while the next is read.
        Assert.True(Assert.Single(merged.Segments).Reader.Positions > 100_000);
        RequireEqualAnswers(plain, merged, documents, random, seed);
        RequireEqualAnswers(plain, tiered, documents, random, seed);
    }

    private static IndexReader Write(IReadOnlyList<Document> documents, IndexWriterOptions options, bool merge)
    {
        RamDirectory directory = new();
        using IndexWriter writer = IndexWriter.Open(directory, Analyzer, RandomCorpus.Schema, options);
        foreach (Document document in documents)
            writer.Add(document);
        if (merge)
            writer.MergeAll();
        writer.Commit();
        return IndexReader.Open(directory, Analyzer);
    }

    private static void RequireEqualAnswers(
        IndexReader expected, IndexReader actual, IReadOnlyList<Document> documents, Random random, RandomSeed seed)
    {
        RandomQueries queries = new(random, documents);
        for (int i = 0; i < 80; i++)
        {
            IndexRequest request = queries.Next() with { Explain = true };
            Assert.True(
                AnswerDigest.Describe(new Searcher(expected).Search(request)) == AnswerDigest.Describe(new Searcher(actual).Search(request)),
                $"{QueryText.Of(request)} {seed}");
        }
    }
}
