using SearchEngine.Index.Indexing;
using SearchEngine.Index.Store;
using SearchEngine.Index.Tests.Indexing;
using SearchEngine.TestKit;

namespace SearchEngine.Index.Tests.Damage;

/// <summary>
/// D4: a merge verifies its sources, so that damage is found and not carried on under a new checksum.
/// </summary>
public sealed class MergeOfDamageTests
{
    private const int Usual = 50;
    private const int Header = 24;
    private const int Footer = 32;

    /// <summary>Bytes of the numbers of documents, paragraphs and positions, behind the header.</summary>
    private const int Numbers = 12;

    [Fact]
    public void A_merge_refuses_a_damaged_source_and_keeps_the_old_segments()
    {
        RandomSeed seed = RandomSeed.Next();
        Random random = seed.Create();
        int wanted = Amount.Of("D4", Usual);
        string[] names = [.. SoundIndex.Files.Keys.Where(name =>
            name[0] == 's' && !name.EndsWith(".live", StringComparison.Ordinal))];
        for (int i = 0; i < wanted; i++)
        {
            string name = names[i % names.Length];
            byte[] damaged = [.. SoundIndex.Files[name]];
            int at = random.Next(Header, damaged.Length - Footer);
            int bit = random.Next(8);
            damaged[at] ^= (byte)(1 << bit);
            RamDirectory directory = SoundIndex.With(SoundIndex.Files, name, damaged);
            string context = $"bit {bit} of byte {at} of {damaged.Length} in {name}; {seed}";

            Exception? error = Record.Exception(() => MergeAll(directory));

            Assert.True(error is CorruptIndexException corrupt && corrupt.File == name, $"{error?.Message ?? "merged"}: {context}");
            Assert.True(CommitFile.Generations(directory)[0] == 3, $"a commit was made: {context}");
            Assert.All(SoundIndex.Files.Keys, old => Assert.Contains(old, directory.List()));
        }

        Progress.Say($"D4 merges={wanted} refused=all");
    }

    /// <summary>By a wrong number of positions a merge would take the segment for too great to be merged.</summary>
    [Fact]
    public void A_segment_whose_numbers_are_wrong_is_refused_at_opening()
    {
        string[] names = [.. SoundIndex.Files.Keys.Where(name => name.EndsWith(".documents", StringComparison.Ordinal))];
        Assert.NotEmpty(names);
        foreach (string name in names)
        {
            for (int bit = 0; bit < 8 * Numbers; bit++)
            {
                byte[] damaged = [.. SoundIndex.Files[name]];
                damaged[Header + (bit / 8)] ^= (byte)(1 << (bit % 8));

                Assert.True(SoundIndex.IsRefused(SoundIndex.With(SoundIndex.Files, name, damaged)), $"bit {bit} of {name}");
            }
        }
    }

    private static void MergeAll(RamDirectory directory)
    {
        using IndexWriter writer = IndexWriter.Open(
            directory, WriterScript.Analyzer, RandomCorpus.Schema, new IndexWriterOptions { MergeFactor = 2 });
        for (int i = 0; i < 20; i++)
        {
            writer.Add(RandomCorpus.Describe(new Random(i), $"new{i}", [RandomCorpus.Text(new Random(i), 2_000)]));
            writer.Commit();
        }
    }
}
