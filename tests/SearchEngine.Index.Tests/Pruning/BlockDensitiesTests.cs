using SearchEngine.Index.Check;
using SearchEngine.Index.Codec;
using SearchEngine.Index.Indexing;
using SearchEngine.Index.Reading;
using SearchEngine.Index.Store;
using SearchEngine.Index.Tests.Damage;
using SearchEngine.Index.Tests.Search;
using SearchEngine.TestKit;

namespace SearchEngine.Index.Tests.Pruning;

/// <summary>The densities in the files are those of the documents, counted in their text.</summary>
public sealed class BlockDensitiesTests
{
    private const string Word = "法治";

    /// <summary>That a document ends where a block does, after a whole one, is in one of 15 collections.</summary>
    private const int Rounds = 60;

    [Fact]
    public void Each_block_has_the_greatest_density_of_its_documents()
    {
        RandomSeed seed = RandomSeed.Next();
        Random random = seed.Create();
        for (int round = 0; round < Rounds; round++)
            Compare([.. Enumerable.Range(0, 300).Select(i => Make(random, i))], $"round {round}; {seed}");
    }

    [Fact]
    public void The_check_finds_a_density_that_lies()
    {
        RamDirectory directory = new();
        Random random = new(5);
        long offset;
        using (IndexReader reader = TestIndex.Of(Enumerable.Range(0, 300).Select(i => Make(random, i)), directory: directory))
        {
            TermEntry entry = EntryOf(Assert.Single(reader.Segments).Reader);
            offset = entry.PlacesOffset + entry.PlacesLength;
        }

        Dictionary<string, byte[]> files = directory.List().ToDictionary(name => name, name => BytesOf(directory, name));
        string name = files.Keys.Single(name => name.EndsWith(".postings", StringComparison.Ordinal));
        const int header = 24;
        Assert.Empty(IndexChecker.Check(directory).Findings);
        // A commit is mended where the new checksum takes as many bytes as the old one, as most do.
        Assert.Contains(Enumerable.Range(1, byte.MaxValue), lie =>
        {
            byte[] damaged = [.. files[name]];
            damaged[header + offset - 1] ^= (byte)lie;
            return IndexChecker.Check(LyingDirectory.Of(files, name, damaged)).Findings.Any(
                finding => finding.ToString().Contains("densities", StringComparison.Ordinal));
        });
    }

    private static void Compare(Document[] documents, string context)
    {
        using IndexReader reader = TestIndex.Of(documents);
        SegmentReader segment = Assert.Single(reader.Segments).Reader;
        TermEntry entry = EntryOf(segment);
        PlaceList list = segment.PlacesOf(entry);
        int[] stretches = new int[list.Length];
        list.Decode(stretches, new int[list.Length]);
        double average = documents.Average(document => (double)LengthOf(document));
        Assert.True(list.Blocks > 4, $"{list.Blocks} blocks; {context}");
        for (int measure = 0; measure < DensityMeasure.All.Length; measure++)
        {
            (double shift, int titleWeight) = DensityMeasure.All[measure];
            for (int block = 0; block < list.Blocks; block++)
            {
                double greatest = stretches.Skip(block * PackedBlock.Size).Take(PackedBlock.Size)
                    .Select(stretch => segment.Places.Documents[stretch]).Distinct().Select(number => documents[number])
                    .Max(document => document.Paragraphs.Sum(paragraph => Occurrences(paragraph) * (paragraph.Zone == Zone.Title ? titleWeight : 1))
                        / (shift + (LengthOf(document) / average)));
                Assert.True(DensityCode.Of(greatest) == list.Densities(measure)[block],
                    $"measure {measure}, block {block}: {greatest}, {list.Densities(measure)[block]}; {context}");
            }
        }
    }

    private static TermEntry EntryOf(SegmentReader segment)
    {
        PairCursor pairs = segment.Pairs();
        Assert.True(pairs.Find(PairKey.Of(Word[0], Word[1])));
        return pairs.Entry;
    }

    /// <summary>Many stretches, so that a block has few documents, most lie in two and some in many; now and then far more of the word than usual.</summary>
    private static Document Make(Random random, int number) => new()
    {
        Id = $"d{number:000}",
        Paragraphs =
        [
            new Paragraph(random.Next(8) == 0 ? Word : "甲", Zone.Title, 0, 0),
            .. Enumerable.Range(0, random.Next(1, random.Next(12) == 0 ? 400 : 60)).Select(role =>
                new Paragraph(string.Concat(Enumerable.Repeat(Word, random.Next(random.Next(30) == 0 ? 20 : 3))) + new string('乙', random.Next(40)), Zone.Body, role % 2, role)),
        ],
    };

    private static int Occurrences(Paragraph paragraph) => paragraph.Text.Split(Word).Length - 1;

    private static long LengthOf(Document document) => document.Paragraphs.Sum(paragraph => (long)paragraph.Text.Length);

    private static byte[] BytesOf(RamDirectory directory, string name)
    {
        using MappedFile file = directory.OpenRead(name);
        return file.Slice(0, (int)file.Length).ToArray();
    }
}
