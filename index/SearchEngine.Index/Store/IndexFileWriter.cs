using System.Buffers.Binary;
using System.Text;
using SearchEngine.Index.Codec;

namespace SearchEngine.Index.Store;

/// <summary>Writes one file of the index: header, sections, table of sections, footer; buffered and summed on the
/// way.</summary>
internal sealed class IndexFileWriter : IDisposable
{
    private const int BufferLength = 1 << 16;

    private readonly IFileWriter _target;
    private readonly string _name;
    private readonly FileKind _kind;
    private readonly Guid _id;
    private readonly byte[] _buffer = new byte[BufferLength];
    private readonly List<(long Offset, long Length)> _sections = [];
    private int _buffered;
    private long _flushed;
    private long _sectionStart = -1;
    private uint _checksum;

    public IndexFileWriter(IDirectory directory, string name, FileKind kind, Guid id)
    {
        _target = directory.Create(name);
        _name = name;
        _kind = kind;
        _id = id;
        Span<byte> header = stackalloc byte[FileEnvelope.HeaderLength];
        FileEnvelope.WriteHeader(header, kind, id);
        WriteBytes(header);
    }

    /// <summary>Bytes written since the current section began.</summary>
    public long SectionLength => _flushed + _buffered - _sectionStart;

    /// <summary>Begins a section; sections are numbered from 0 in the order in which they begin.</summary>
    public void BeginSection() => _sectionStart = _flushed + _buffered;

    public void EndSection()
    {
        _sections.Add((_sectionStart, SectionLength));
        _sectionStart = -1;
    }

    public void WriteByte(byte value)
    {
        if (_buffered == BufferLength)
            FlushBuffer();
        _buffer[_buffered++] = value;
    }

    public void WriteUInt32(uint value)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        WriteBytes(bytes);
    }

    public void WriteInt64(long value)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, value);
        WriteBytes(bytes);
    }

    public void WriteVarInt(ulong value)
    {
        if (BufferLength - _buffered < VarInt.MaxLength)
            FlushBuffer();
        _buffered += VarInt.Write(_buffer.AsSpan(_buffered), value);
    }

    /// <summary>Length in bytes, then UTF-8.</summary>
    public void WriteString(string value)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(value);
        WriteVarInt((ulong)bytes.Length);
        WriteBytes(bytes);
    }

    public void WriteBytes(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            if (_buffered == BufferLength)
                FlushBuffer();
            int count = Math.Min(bytes.Length, BufferLength - _buffered);
            bytes[..count].CopyTo(_buffer.AsSpan(_buffered));
            _buffered += count;
            bytes = bytes[count..];
        }
    }

    /// <summary>Writes table and footer and makes the file's content durable.</summary>
    public FileEntry Finish()
    {
        foreach ((long offset, long length) in _sections)
        {
            WriteInt64(offset);
            WriteInt64(length);
        }

        WriteUInt32((uint)_sections.Count);
        FlushBuffer();
        long total = _flushed + FileEnvelope.FooterLength;
        uint checksum = _checksum;
        Span<byte> footer = stackalloc byte[FileEnvelope.FooterLength];
        FileEnvelope.WriteFooter(footer, checksum, total, _id);
        _target.Write(footer);
        _target.Sync();
        return new FileEntry(_name, _kind, _id, total, checksum);
    }

    public void Dispose() => _target.Dispose();

    private void FlushBuffer()
    {
        if (_buffered == 0)
            return;
        ReadOnlySpan<byte> bytes = _buffer.AsSpan(0, _buffered);
        _checksum = Crc32.Append(_checksum, bytes);
        _target.Write(bytes);
        _flushed += _buffered;
        _buffered = 0;
    }
}
