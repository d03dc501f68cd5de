using SearchEngine.Index.Codec;
using SearchEngine.TestKit;

namespace SearchEngine.Index.Tests.Codec;

public sealed class PhraseTableTests
{
    [Fact]
    public void Every_text_comes_back_whatever_the_table_was_made_of()
    {
        RandomSeed seed = RandomSeed.Next();
        Random random = seed.Create();
        string[] sample = [.. Enumerable.Range(0, 200).Select(_ => RandomCorpus.Text(random, random.Next(80)))];
        PhraseEncoder encoder = PhraseTrainer.Train(sample, share: 3);
        PhraseTable table = PhraseTable.Read(encoder.Table.ToBytes())!;
        Assert.Contains(Enumerable.Range(1, table.Count), code => table[code].Length > 2);
        char[] buffer = [];
        ushort[] codes = [];
        foreach (string text in sample.Concat(Enumerable.Range(0, 500).Select(_ => AnyUnits(random))).Append(""))
        {
            int count = encoder.Encode(text, ref codes);
            int length = table.Decode(codes.AsSpan(0, count), ref buffer);

            Assert.True(length >= 0 && buffer.AsSpan(0, length).SequenceEqual(text), $"「{text}」 {seed}");
        }
    }

    [Fact]
    public void Bytes_that_are_no_table_and_codes_that_are_no_text_are_refused()
    {
        byte[] bytes = PhraseEncoderTests.TableOf(["法", "法治"]).ToBytes();
        char[] buffer = [];

        Assert.Null(PhraseTable.Read(bytes.AsSpan(0, bytes.Length - 1)));
        Assert.Null(PhraseTable.Read([.. bytes, 0, 0]));
        Assert.Null(PhraseTable.Read([255, 255, 255, 255]));
        PhraseTable table = PhraseTable.Read(bytes)!;
        Assert.Equal(-1, table.Decode([3], ref buffer));
        Assert.Equal(-1, table.Decode([1, PhraseTable.Escape], ref buffer));
        Assert.Equal(3, table.Decode([2, 1], ref buffer));
    }

    /// <summary>Any UTF-16 units, halves of surrogate pairs among them.</summary>
    private static string AnyUnits(Random random) =>
        string.Create(random.Next(40), random, static (units, random) =>
        {
            foreach (ref char unit in units)
                unit = (char)random.Next(char.MaxValue + 1);
        });
}
