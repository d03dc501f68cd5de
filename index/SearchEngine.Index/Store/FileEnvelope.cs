using System.Buffers.Binary;

namespace SearchEngine.Index.Store;

/// <summary>
/// Header and footer of every file.
/// Header: "SEIX", version u16, kind u16, id 16 bytes. Footer: CRC-32 of all bytes before it, "XIES", length of the
/// file u64, id 16 bytes.
/// </summary>
internal static class FileEnvelope
{
    public const int HeaderLength = 24;
    public const int FooterLength = 32;
    public const ushort Version = 4;

    private const uint HeaderMagic = 0x58494553;
    private const uint FooterMagic = 0x53454958;
    private const int GuidLength = 16;

    public static void WriteHeader(Span<byte> target, FileKind kind, Guid id)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(target, HeaderMagic);
        BinaryPrimitives.WriteUInt16LittleEndian(target[4..], Version);
        BinaryPrimitives.WriteUInt16LittleEndian(target[6..], (ushort)kind);
        id.TryWriteBytes(target.Slice(8, GuidLength));
    }

    public static void WriteFooter(Span<byte> target, uint checksum, long length, Guid id)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(target, checksum);
        BinaryPrimitives.WriteUInt32LittleEndian(target[4..], FooterMagic);
        BinaryPrimitives.WriteInt64LittleEndian(target[8..], length);
        id.TryWriteBytes(target.Slice(16, GuidLength));
    }

    /// <summary>
    /// Checks everything but the content's checksum, and returns the footer's. Throws <see
    /// cref="CorruptIndexException"/>,
    /// or <see cref="IndexFormatException"/> for a whole file of another version.
    /// </summary>
    public static uint Check(MappedFile file, string name, FileKind kind, Guid? id)
    {
        if (file.Length < HeaderLength + FooterLength)
            throw new CorruptIndexException(name, -1, $"at least {HeaderLength + FooterLength} bytes", $"{file.Length}");
        ReadOnlySpan<byte> header = file.Slice(0, HeaderLength);
        ReadOnlySpan<byte> footer = file.Slice(file.Length - FooterLength, FooterLength);
        if (BinaryPrimitives.ReadUInt32LittleEndian(header) != HeaderMagic)
            throw new CorruptIndexException(name, 0, "the mark SEIX", "other bytes");
        if (BinaryPrimitives.ReadUInt32LittleEndian(footer[4..]) != FooterMagic)
            throw new CorruptIndexException(name, file.Length - FooterLength + 4, "the mark XIES", "other bytes");
        long length = BinaryPrimitives.ReadInt64LittleEndian(footer[8..]);
        if (length != file.Length)
            throw new CorruptIndexException(name, file.Length - FooterLength + 8, $"{length} bytes", $"{file.Length}");
        ushort version = BinaryPrimitives.ReadUInt16LittleEndian(header[4..]);
        if (version != Version)
            throw WrongVersion(file, name, version, BinaryPrimitives.ReadUInt32LittleEndian(footer));
        ushort foundKind = BinaryPrimitives.ReadUInt16LittleEndian(header[6..]);
        if (foundKind != (ushort)kind)
            throw new CorruptIndexException(name, 6, $"kind {(int)kind}", $"kind {foundKind}");
        Guid headerId = new(header.Slice(8, GuidLength));
        Guid footerId = new(footer.Slice(16, GuidLength));
        if (headerId != footerId || (id is not null && headerId != id))
            throw new CorruptIndexException(name, 8, $"id {id ?? footerId}", $"{headerId}");
        return BinaryPrimitives.ReadUInt32LittleEndian(footer);
    }

    /// <summary>The checksum of what is in the file.</summary>
    public static uint ChecksumOf(MappedFile file)
    {
        const int Step = 1 << 20;
        const int StepsHeld = 16;
        uint crc = 0;
        long end = file.Length - FooterLength;
        for (long at = 0; at < end; at += Step)
        {
            crc = Codec.Crc32.Append(crc, file.Slice(at, (int)Math.Min(Step, end - at)));
            if (at / Step % StepsHeld == StepsHeld - 1)
                file.Forget();
        }

        file.Forget();
        return crc;
    }

    private static Exception WrongVersion(MappedFile file, string name, ushort version, uint checksum)
    {
        // Only a file whose checksum is right is of another version; else its version number is what was damaged.
        return ChecksumOf(file) == checksum
            ? new IndexFormatException(name, $"version {Version}", $"version {version}")
            : new CorruptIndexException(name, 4, $"version {Version}", $"{version}");
    }
}
