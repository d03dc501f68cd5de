using SearchEngine.Index.Check;
using SearchEngine.Index.Indexing;
using SearchEngine.Index.Query;
using SearchEngine.Index.Reading;
using SearchEngine.Index.Search;
using SearchEngine.Index.Store;
using SearchEngine.Index.Tests.Indexing;
using SearchEngine.TestKit;

namespace SearchEngine.Index.Tests.Store;

public sealed class CorruptionTests
{
    private static readonly Dictionary<string, byte[]> Sound = BuildFiles();

    [Fact]
    public void Every_single_bit_that_flips_is_found_by_the_check_and_aborts_no_search()
    {
        int flips = 0;
        foreach ((string name, byte[] bytes) in Sound)
        {
            int step = bytes.Length < 600 ? 1 : 37;
            for (int bit = 0; bit < bytes.Length * 8; bit += step)
            {
                byte[] damaged = [.. bytes];
                damaged[bit / 8] ^= (byte)(1 << (bit % 8));
                RamDirectory directory = With(name, damaged);

                Assert.False(IndexChecker.Check(directory).IsSound, $"bit {bit} of {name}");
                SearchOrThrowTyped(directory);
                flips++;
            }
        }

        Assert.True(flips > 2_000);
    }

    [Fact]
    public void Every_truncation_extension_and_loss_is_found_when_the_index_is_opened()
    {
        foreach ((string name, byte[] bytes) in Sound)
        {
            for (int length = 0; length < bytes.Length; length += bytes.Length < 600 ? 1 : 53)
                AssertRefused(With(name, bytes[..length]), $"{name} cut to {length}");
            foreach (int more in (int[])[1, 16, 4_096])
                AssertRefused(With(name, [.. bytes, .. new byte[more]]), $"{name} longer by {more}");
            if (!name.StartsWith("commit_", StringComparison.Ordinal))
                AssertRefused(With(name, null), $"{name} missing");
        }
    }

    [Fact]
    public void A_file_of_another_segment_in_the_place_of_one_is_found_when_the_index_is_opened()
    {
        string[] names = [.. Sound.Keys.Where(name => name.EndsWith(".text", StringComparison.Ordinal))];
        Assert.True(names.Length > 1);

        AssertRefused(With(names[0], Sound[names[1]]), "exchanged");
    }

    [Fact]
    public void Lies_under_a_right_checksum_raise_typed_errors_and_nothing_else()
    {
        RandomSeed seed = RandomSeed.Next();
        Random random = seed.Create();
        string[] names = [.. Sound.Keys.Where(name => name[0] == 's')];
        for (int i = 0; i < 1_500; i++)
        {
            string name = names[random.Next(names.Length)];
            byte[] damaged = [.. Sound[name]];
            int at = random.Next(24, damaged.Length - 32);
            damaged[at] = (byte)random.Next(256);
            RamDirectory directory = LyingDirectory.Of(Sound, name, damaged);

            SearchOrThrowTyped(directory);
            _ = IndexChecker.Check(directory);
        }
    }

    [Fact]
    public void A_sound_index_has_no_findings()
    {
        CheckReport report = IndexChecker.Check(With("none", null));

        Assert.Empty(report.Findings);
        Assert.True(report.Documents > 0);
        Assert.Equal(Sound.Count, report.Files);
    }

    private static void AssertRefused(RamDirectory directory, string context)
    {
        bool refused = false;
        try
        {
            using IndexReader reader = IndexReader.Open(directory, WriterScript.Analyzer);
        }
        catch (Exception e) when (e is CorruptIndexException or IndexFormatException)
        {
            refused = true;
        }

        // The older of the two commits is not read at opening; the check reads it.
        Assert.True(refused || !IndexChecker.Check(directory).IsSound, context);
    }

    private static void SearchOrThrowTyped(RamDirectory directory)
    {
        try
        {
            using IndexReader reader = IndexReader.Open(directory, WriterScript.Analyzer);
            Searcher searcher = new(reader);
            foreach (Index.Query.Query query in (Index.Query.Query[])[new PhraseQuery("政府工作"), new PhraseQuery("法"), new WildcardQuery("1*"), new AllQuery()])
            {
                IndexResult result = searcher.Search(
                    new IndexRequest { Query = query, Facets = ["year", "region", "topics"], Wide = query is PhraseQuery });
                foreach (IndexHit hit in result.Hits)
                    _ = searcher.Passages(hit.Document, new IndexRequest { Query = query }, 3);
            }
        }
        catch (Exception e) when (e is CorruptIndexException or IndexFormatException)
        {
            // Damage that was noticed; whatever else it might have raised fails the test.
        }
    }

    private static RamDirectory With(string name, byte[]? content)
    {
        RamDirectory directory = new();
        foreach ((string other, byte[] bytes) in Sound)
        {
            if (other == name && content is null)
                continue;
            using IFileWriter writer = directory.Create(other);
            writer.Write(other == name ? content : bytes);
        }

        return directory;
    }

    private static Dictionary<string, byte[]> BuildFiles()
    {
        RamDirectory directory = new();
        Random random = new(11);
        using (IndexWriter writer = IndexWriter.Open(directory, WriterScript.Analyzer, RandomCorpus.Schema))
        {
            foreach (Document document in RandomCorpus.Synthetic(random, 12))
                writer.Add(document);
            writer.Commit();
            foreach (Document document in RandomCorpus.Synthetic(random, 3))
                writer.Add(document);
            writer.Commit();
        }

        return directory.List().ToDictionary(name => name, name => ReadAll(directory, name));
    }

    private static byte[] ReadAll(RamDirectory directory, string name)
    {
        using MappedFile file = directory.OpenRead(name);
        return file.Slice(0, (int)file.Length).ToArray();
    }
}
