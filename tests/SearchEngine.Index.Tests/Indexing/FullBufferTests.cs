using SearchEngine.Index.Indexing;
using SearchEngine.Index.Schema;
using SearchEngine.Index.Store;
using SearchEngine.TestKit;

namespace SearchEngine.Index.Tests.Indexing;

/// <summary>Buffers of a size at which their memory is made ready in the background.</summary>
public sealed class FullBufferTests
{
    private const int Documents = 600;
    private const int Length = 4_000;
    private const int Characters = 400;

    /// <summary>Documents whose stored strings fill a buffer before its entries do.</summary>
    private const int HeavyDocuments = 115;

    private const int HeavyLength = 75_000;

    [Theory]
    [InlineData(0)]
    [InlineData(HeavyDocuments)]
    public void Two_threads_write_the_very_segments_that_one_writes(int heavy)
    {
        RandomSeed seed = RandomSeed.Next();

        List<(string Name, byte[] Content)> one = Write(seed, threads: 1, heavy);
        List<(string Name, byte[] Content)> two = Write(seed, threads: 2, heavy);

        // As many full buffers as there are, each in use again.
        Assert.True(one.Count(file => file.Name.EndsWith(".postings", StringComparison.Ordinal)) >= 6, seed.Replay);
        Assert.Equal(one.Select(file => file.Name), two.Select(file => file.Name));
        for (int file = 0; file < one.Count; file++)
            Assert.True(one[file].Content.AsSpan().SequenceEqual(two[file].Content), $"{one[file].Name} differs; {seed.Replay}");
    }

    /// <summary>The files of the segments in the order of their names, without their ids and checksums.</summary>
    private static List<(string Name, byte[] Content)> Write(RandomSeed seed, int threads, int heavy)
    {
        Random random = seed.Create();
        RamDirectory directory = new();
        IndexWriterOptions options = new() { BufferBytes = 8 << 20, MergeFactor = 100, Threads = threads };
        using IndexWriter writer = IndexWriter.Open(directory, WriterScript.Analyzer, new IndexSchema([], Roles: 1), options);
        for (int i = 0; i < Documents; i++)
        {
            string text = string.Create(Length, random, (span, from) =>
            {
                foreach (ref char c in span)
                    c = (char)('一' + from.Next(Characters));
            });
            writer.Add(new Document { Id = $"d{i}", Paragraphs = [new Paragraph(text, Zone.Body, 0, 0)], Stored = new string('s', i < heavy ? HeavyLength : 1) });
        }

        writer.Commit();
        return [.. directory.List().Where(name => name[0] == 's').Order(StringComparer.Ordinal).Select(name => (name, ContentOf(directory, name)))];
    }

    private static byte[] ContentOf(RamDirectory directory, string name)
    {
        using MappedFile file = directory.OpenRead(name);
        int length = (int)file.Length - FileEnvelope.HeaderLength - FileEnvelope.FooterLength;
        return file.Slice(FileEnvelope.HeaderLength, length).ToArray();
    }
}
