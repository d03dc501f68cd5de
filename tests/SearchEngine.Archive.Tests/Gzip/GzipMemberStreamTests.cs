using SearchEngine.Archive.Gzip;

namespace SearchEngine.Archive.Tests.Gzip;

public sealed class GzipMemberStreamTests
{
    [Fact]
    public void Finds_where_each_member_ends_whatever_its_length()
    {
        Random random = Replay.Random();
        List<byte[]> contents = [.. Enumerable.Range(0, 400).Select(_ => (byte[])[7, .. Captures.RandomBytes(random, 40_000)]), [0]];
        using MemoryStream file = new();
        List<long> ends = [];
        foreach (byte[] content in contents)
        {
            file.Write(GzipFile.Compress(content));
            ends.Add(file.Length);
        }

        long at = 0;
        for (int i = 0; i < contents.Count; i++)
        {
            using GzipMemberStream member = new(file, at);
            using MemoryStream plain = new();
            member.CopyTo(plain);
            Assert.Equal(contents[i], plain.ToArray());
            Assert.Equal(ends[i], member.EndOffset);
            at = ends[i];
        }
    }

    [Fact]
    public void Refuses_a_member_whose_checksum_is_wrong()
    {
        byte[] bytes = GzipFile.Compress("正文"u8);
        bytes[^6] ^= 1;
        using MemoryStream file = new(bytes);
        using GzipMemberStream member = new(file, 0);

        Assert.Throws<InvalidDataException>(() => member.CopyTo(Stream.Null));
    }

    [Fact]
    public void Agrees_with_the_checksum_that_everybody_knows()
    {
        Crc32 crc = default;
        crc.Append("123456789"u8);

        Assert.Equal(0xCBF43926, crc.Value);
    }
}
