using System.Buffers.Binary;
using SearchEngine.Index.Store;

namespace SearchEngine.Index.Tests.Damage;

/// <summary>
/// Makes damage that no checksum shows: the file's own is mended, and so is the one in every commit that names the
/// file.
/// </summary>
internal static class LyingDirectory
{
    private const int FooterLength = 32;

    private static readonly uint[] CrcOfByte = [.. Enumerable.Range(0, 256).Select(b => StepOf((uint)b))];

    public static RamDirectory Of(IReadOnlyDictionary<string, byte[]> files, string name, byte[] damaged)
    {
        uint before = BinaryPrimitives.ReadUInt32LittleEndian(files[name].AsSpan(files[name].Length - FooterLength));
        uint after = Mend(damaged);
        RamDirectory directory = new();
        foreach ((string other, byte[] bytes) in files)
        {
            byte[] content = other == name ? damaged : [.. bytes];
            if (other.StartsWith("commit_", StringComparison.Ordinal))
                ReplaceChecksum(content, before, after);
            using IFileWriter writer = directory.Create(other);
            writer.Write(content);
        }

        return directory;
    }

    /// <summary>Commits hold checksums as variable-length integers; only a mend of the same length is made.</summary>
    private static void ReplaceChecksum(byte[] commit, uint before, uint after)
    {
        byte[] old = VarInt(before);
        byte[] mended = VarInt(after);
        int at = commit.AsSpan().IndexOf(old);
        if (at < 0 || old.Length != mended.Length)
            return;
        mended.CopyTo(commit.AsSpan(at));
        Mend(commit);
    }

    private static uint Mend(byte[] file)
    {
        uint checksum = Crc(file.AsSpan(0, file.Length - FooterLength));
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(file.Length - FooterLength), checksum);
        return checksum;
    }

    private static byte[] VarInt(uint value)
    {
        List<byte> bytes = [];
        for (; value >= 0x80; value >>= 7)
            bytes.Add((byte)(value | 0x80));
        bytes.Add((byte)value);
        return [.. bytes];
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        uint crc = uint.MaxValue;
        foreach (byte b in bytes)
            crc = CrcOfByte[(byte)(crc ^ b)] ^ (crc >> 8);
        return ~crc;
    }

    private static uint StepOf(uint crc)
    {
        for (int bit = 0; bit < 8; bit++)
            crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
        return crc;
    }
}
