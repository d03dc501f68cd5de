using SearchEngine.Index.Indexing;
using SearchEngine.Index.Store;
using SearchEngine.TestKit;

namespace SearchEngine.Index.Tests.Indexing;

/// <summary>
/// What a merge writes, byte for byte: the dictionary, the lists and the tables of documents are those of a segment that was
/// written at once out of the documents that are kept, although a merge takes over what its sources have counted.
/// </summary>
public sealed class MergedSegmentTests
{
    private static readonly string[] Kinds = [".terms", ".postings", ".documents"];

    [Theory]
    [InlineData(1, false)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    [InlineData(2, true)]
    public void A_merge_writes_what_would_have_been_written_at_once(int threads, bool deletes)
    {
        RandomSeed seed = RandomSeed.Next();
        Random random = seed.Create();
        for (int round = 0; round < 12; round++)
        {
            IReadOnlyList<Document> documents = (round % 3) switch
            {
                // Few signs: all of them with lists of places. By Zipf's law: lists that a segment has and another has not.
                0 => RandomCorpus.Frequent(random, 40),
                1 => RandomCorpus.Zipf(random, 300, vocabulary: 60 + random.Next(400), longestLine: 90),
                _ => RandomCorpus.Synthetic(random, 200),
            };
            HashSet<string> gone = [.. documents.Where(_ => deletes && random.Next(8) == 0).Select(document => document.Id)];
            RamDirectory merged = Merge(random, documents, gone, threads);
            RamDirectory whole = new();
            using (IndexWriter writer = Open(whole, threads: 1))
            {
                foreach (Document document in documents.Where(document => !gone.Contains(document.Id)))
                    writer.Add(document);
                writer.Commit();
            }

            foreach (string kind in Kinds)
                Assert.True(ContentOf(whole, kind).SequenceEqual(ContentOf(merged, kind)), $"round {round}: {kind} differ; {seed}");
            Assert.Null(Leftovers.Findings(merged));
        }
    }

    /// <summary>Writes documents in several segments, deletes some, and merges.</summary>
    private static RamDirectory Merge(Random random, IReadOnlyList<Document> documents, HashSet<string> gone, int threads)
    {
        RamDirectory directory = new();
        using IndexWriter writer = Open(directory, threads);
        int segments = random.Next(2, 9);
        for (int i = 0; i < documents.Count; i++)
        {
            writer.Add(documents[i]);
            if (random.Next(documents.Count) < segments || i == documents.Count / 2)
                writer.Commit();
        }

        writer.Commit();
        foreach (string id in gone.Order(StringComparer.Ordinal))
            writer.Delete(id);
        writer.MergeAll();
        writer.Commit();
        writer.Commit();
        return directory;
    }

    private static IndexWriter Open(RamDirectory directory, int threads) => IndexWriter.Open(
        directory, WriterScript.Analyzer, RandomCorpus.Schema, new IndexWriterOptions { Threads = threads, MergeFactor = 256 });

    /// <summary>The one file of a kind without its header, which holds the segment's id, and its footer.</summary>
    private static ReadOnlySpan<byte> ContentOf(RamDirectory directory, string kind)
    {
        string name = directory.List().Single(file => file.EndsWith(kind, StringComparison.Ordinal));
        using MappedFile file = directory.OpenRead(name);
        return file.Slice(0, (int)file.Length)[FileEnvelope.HeaderLength..^FileEnvelope.FooterLength].ToArray();
    }
}
