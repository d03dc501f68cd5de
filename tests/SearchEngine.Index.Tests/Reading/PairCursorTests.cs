using SearchEngine.Index.Codec;
using SearchEngine.Index.Indexing;
using SearchEngine.Index.Reading;
using SearchEngine.Index.Store;
using SearchEngine.Index.Tests.Indexing;
using SearchEngine.TestKit;

namespace SearchEngine.Index.Tests.Reading;

/// <summary>A key that is looked for is found as it is found by going through all of them, one by one.</summary>
public sealed class PairCursorTests
{
    private const int Documents = 1_500;

    [Fact]
    public void Finds_every_key_and_what_follows_those_that_are_missing()
    {
        RandomSeed seed = RandomSeed.Next();
        using SegmentFixture fixture = new(RandomCorpus.Zipf(seed.Create(), Documents, vocabulary: 3_000, longestLine: 120));
        List<(ulong Key, TermEntry Entry)> all = [];
        for (PairCursor walk = fixture.Segment.Pairs(); walk.MoveNext();)
            all.Add((walk.Key, walk.Entry));
        Assert.Contains(all, term => PairKey.Distance(term.Key) > 0);
        Assert.Contains(all, term => PairKey.IsCharacter(term.Key));
        Assert.Contains(all, term => term.Entry.PlacesLength > 0 && term.Entry.Length > 0);
        Assert.Contains(all, term => term.Entry.Count == 1);

        PairCursor cursor = fixture.Segment.Pairs();
        for (int i = 0; i < all.Count; i++)
        {
            Assert.True(cursor.Find(all[i].Key), $"{i}; {seed}");
            Assert.True(all[i].Entry == cursor.Entry, $"{i}: {all[i].Entry}, not {cursor.Entry}; {seed}");
            if (i > 0 && all[i].Key == all[i - 1].Key + 1)
                continue;
            Assert.False(cursor.Find(all[i].Key - 1), $"before {i}; {seed}");
            Assert.True((all[i].Key, all[i].Entry) == (cursor.Key, cursor.Entry), $"before {i}; {seed}");
        }

        Assert.False(cursor.Seek(all[^1].Key + 1));
    }

    [Fact]
    public void Goes_on_from_a_key_that_was_looked_for()
    {
        RandomSeed seed = RandomSeed.Next();
        Random random = seed.Create();
        using SegmentFixture fixture = new(RandomCorpus.Zipf(random, Documents / 5, vocabulary: 2_000, longestLine: 80));
        List<(ulong, TermEntry)> all = [];
        for (PairCursor walk = fixture.Segment.Pairs(); walk.MoveNext();)
            all.Add((walk.Key, walk.Entry));

        for (int round = 0; round < 200; round++)
        {
            int from = random.Next(all.Count);
            PairCursor cursor = fixture.Segment.Pairs();
            Assert.True(cursor.Seek(all[from].Item1));
            for (int i = from; i < Math.Min(from + 200, all.Count); i++, cursor.MoveNext())
                Assert.True(all[i] == (cursor.Key, cursor.Entry), $"{from}, {i}; {seed}");
        }
    }

    private sealed class SegmentFixture : IDisposable
    {
        private readonly IndexReader _reader;

        public SegmentFixture(IReadOnlyList<Document> documents)
        {
            RamDirectory directory = new();
            using (IndexWriter writer = IndexWriter.Open(directory, WriterScript.Analyzer, RandomCorpus.Schema))
            {
                foreach (Document document in documents)
                    writer.Add(document);
                writer.MergeAll();
                writer.Commit();
            }

            _reader = IndexReader.Open(directory, WriterScript.Analyzer);
        }

        public SegmentReader Segment => _reader.Segments.Single().Reader;

        public void Dispose() => _reader.Dispose();
    }
}
