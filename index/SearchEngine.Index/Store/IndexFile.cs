using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace SearchEngine.Index.Store;

/// <summary>
/// A file of the index, open for reading in place. Its length, marks and id are checked when it is opened, its
/// sections' bounds too; <see cref="Verify"/> reads it whole.
/// </summary>
internal sealed class IndexFile : IDisposable
{
    private const int SectionEntry = 16;

    private readonly MappedFile _file;
    private readonly (long Offset, long Length)[] _sections;

    private IndexFile(MappedFile file, FileEntry entry, int sections)
    {
        _file = file;
        Entry = entry;
        _sections = ReadSections(sections);
    }

    public FileEntry Entry { get; }

    public string Name => Entry.Name;

    /// <summary>Opens a file that must have this many sections.</summary>
    public static IndexFile Open(IDirectory directory, FileEntry entry, int sections)
    {
        MappedFile? file = null;
        try
        {
            // The length comes first: reading a mapping behind its file's end would end the process.
            long length = directory.Length(entry.Name);
            if (length != entry.Length)
                throw new CorruptIndexException(entry.Name, -1, $"{entry.Length} bytes", $"{length}");
            file = directory.OpenRead(entry.Name);
            if (file.Length != entry.Length)
                throw new CorruptIndexException(entry.Name, -1, $"{entry.Length} bytes", $"{file.Length}");
            uint checksum = FileEnvelope.Check(file, entry.Name, entry.Kind, entry.Id);
            if (checksum != entry.Checksum)
                throw new CorruptIndexException(entry.Name, file.Length - FileEnvelope.FooterLength,
                    $"checksum {entry.Checksum:x8}", $"{checksum:x8}");
            return new IndexFile(file, entry, sections);
        }
        catch
        {
            file?.Dispose();
            throw;
        }
    }

    /// <summary>Compares the whole content with its checksum; <see cref="CorruptIndexException"/> when they
    /// differ.</summary>
    public void Verify()
    {
        uint actual = FileEnvelope.ChecksumOf(_file);
        if (actual != Entry.Checksum)
            throw new CorruptIndexException(Name, -1, $"checksum {Entry.Checksum:x8}", $"{actual:x8}");
    }

    public long SectionLength(int section) => _sections[section].Length;

    /// <summary>Bytes of a section; <see cref="CorruptIndexException"/> when they are not inside it.</summary>
    public ReadOnlySpan<byte> Bytes(int section, long offset, long length)
    {
        (long start, long size) = _sections[section];
        if (offset < 0 || length < 0 || offset > size - length || length > int.MaxValue)
            throw new CorruptIndexException(Name, start + offset, $"{length} bytes in section {section}", $"{size}");
        return _file.Slice(start + offset, (int)length);
    }

    /// <summary>A whole section of fixed-width values, which must be this many.</summary>
    public ReadOnlySpan<T> Array<T>(int section, long count)
        where T : unmanaged
    {
        RequireLength(section, count * Marshal.SizeOf<T>());
        return MemoryMarshal.Cast<byte, T>(Bytes(section, 0, SectionLength(section)));
    }

    public uint UInt32(int section, long index) =>
        BinaryPrimitives.ReadUInt32LittleEndian(Bytes(section, index * 4, 4));

    public long Int64(int section, long index) => BinaryPrimitives.ReadInt64LittleEndian(Bytes(section, index * 8, 8));

    public void RequireLength(int section, long length)
    {
        if (SectionLength(section) != length)
            throw Corrupt(section, 0, $"{length} bytes", $"{SectionLength(section)}");
    }

    public CorruptIndexException Corrupt(int section, long offset, string expected, string actual) =>
        new(Name, _sections[section].Offset + offset, expected, actual);

    /// <inheritdoc cref="MappedFile.Forget"/>
    public void Forget() => _file.Forget();

    public void Dispose() => _file.Dispose();

    private (long Offset, long Length)[] ReadSections(int expected)
    {
        long end = _file.Length - FileEnvelope.FooterLength;
        long table = end - 4 - ((long)expected * SectionEntry);
        uint count = end - 4 < FileEnvelope.HeaderLength
            ? 0
            : BinaryPrimitives.ReadUInt32LittleEndian(_file.Slice(end - 4, 4));
        if (count != expected || table < FileEnvelope.HeaderLength)
            throw new CorruptIndexException(Name, end - 4, $"{expected} sections", $"{count}");
        (long Offset, long Length)[] sections = new (long, long)[expected];
        long next = FileEnvelope.HeaderLength;
        for (int i = 0; i < expected; i++)
        {
            ReadOnlySpan<byte> bytes = _file.Slice(table + (i * SectionEntry), SectionEntry);
            long offset = BinaryPrimitives.ReadInt64LittleEndian(bytes);
            long length = BinaryPrimitives.ReadInt64LittleEndian(bytes[8..]);
            if (offset != next || length < 0 || length > table - offset)
                throw new CorruptIndexException(Name, table + (i * SectionEntry), $"a section from {next} on", $"{offset}");
            sections[i] = (offset, length);
            next = offset + length;
        }

        if (next != table)
            throw new CorruptIndexException(Name, table, $"sections up to {table}", $"{next}");
        return sections;
    }
}
