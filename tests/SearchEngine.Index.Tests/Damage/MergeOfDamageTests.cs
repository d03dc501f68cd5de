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
            damaged[random.Next(Header, damaged.Length - Footer)] ^= (byte)(1 << random.Next(8));
            RamDirectory directory = SoundIndex.With(SoundIndex.Files, name, damaged);
            string context = $"{name}; {seed}";

            CorruptIndexException error = Assert.Throws<CorruptIndexException>(() => MergeAll(directory));

            Assert.True(error.File == name, $"{error.Message}: {context}");
            Assert.True(CommitFile.Generations(directory)[0] == 3, $"a commit was made: {context}");
            Assert.All(SoundIndex.Files.Keys, old => Assert.Contains(old, directory.List()));
        }

        Progress.Say($"D4 merges={wanted} refused=all");
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
