using System.Text;
using SearchEngine.Index.Codec;
using SearchEngine.TestKit;

namespace SearchEngine.Index.Tests.Codec;

public sealed class Crc32Tests
{
    [Fact]
    public void The_check_value_of_the_standard_comes_out() =>
        Assert.Equal(0xCBF43926u, Crc32.Append(0, Encoding.ASCII.GetBytes("123456789")));

    [Fact]
    public void Folding_and_tables_agree_for_every_length_and_in_any_pieces()
    {
        RandomSeed seed = RandomSeed.Next();
        Random random = seed.Create();
        byte[] bytes = new byte[1_200];
        random.NextBytes(bytes);
        for (int length = 0; length <= bytes.Length; length++)
        {
            int cut = random.Next(length + 1);
            uint expected = Crc32.AppendByTables(0, bytes.AsSpan(0, length));

            Assert.True(expected == Crc32.Append(0, bytes.AsSpan(0, length)), $"length {length}; {seed}");
            Assert.True(expected == Crc32.Append(Crc32.Append(0, bytes.AsSpan(0, cut)), bytes.AsSpan(cut, length - cut)),
                $"length {length} cut at {cut}; {seed}");
        }
    }
}
