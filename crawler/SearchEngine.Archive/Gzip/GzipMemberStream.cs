using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.IO.Compression;

namespace SearchEngine.Archive.Gzip;

/// <summary>
/// One gzip member of a file, decompressed, with the place where it ends. The base library's streams run members
/// together and do not say where one stops, yet that place is the next record's address. It is found by the trailer: the
/// inflater stops within the last chunk it was given, and there the eight bytes (checksum and length of what came out)
/// are looked for, which verifies them as well.
/// </summary>
internal sealed class GzipMemberStream : Stream
{
    private const int TrailerBytes = 8;

    [SuppressMessage("Usage", "CA2213", Justification = "The caller's file: it serves many members.")]
    private readonly Stream _file;

    private readonly ChunkSource _source;
    private readonly DeflateStream _inflater;
    private Crc32 _crc;
    private long _length;

    /// <param name="file">Seekable; used by this stream alone until it is disposed, and left open then.</param>
    /// <param name="offset">Where the member begins.</param>
    /// <exception cref="InvalidDataException">No member begins there.</exception>
    public GzipMemberStream(Stream file, long offset)
    {
        _file = file;
        file.Position = offset;
        if (!GzipHeader.TrySkip(file))
        {
            throw new InvalidDataException("此处不是完整的 gzip 成员开头。");
        }

        _source = new ChunkSource(file);
        _inflater = new DeflateStream(_source, CompressionMode.Decompress, leaveOpen: true);
    }

    /// <summary>First byte after the member; null until <see cref="Read(Span{byte})"/> has returned 0.</summary>
    public long? EndOffset { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _length;
        set => throw new NotSupportedException();
    }

    /// <exception cref="InvalidDataException">The compressed bytes, the checksum or the length are wrong.</exception>
    public override int Read(Span<byte> buffer)
    {
        if (EndOffset is not null || buffer.IsEmpty)
        {
            return 0;
        }

        int count = _inflater.Read(buffer);
        if (count == 0)
        {
            EndOffset = FindEnd();
            return 0;
        }

        _crc.Append(buffer[..count]);
        _length += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _inflater.Dispose();
            _source.Dispose();
        }

        base.Dispose(disposing);
    }

    private long FindEnd()
    {
        Span<byte> trailer = stackalloc byte[TrailerBytes];
        BinaryPrimitives.WriteUInt32LittleEndian(trailer, _crc.Value);
        BinaryPrimitives.WriteUInt32LittleEndian(trailer[4..], (uint)_length);

        long start = _source.LastChunkStart;
        byte[] window = new byte[ChunkSource.ChunkBytes + TrailerBytes];
        _file.Position = start;
        int held = _file.ReadAtLeast(window, window.Length, throwOnEndOfStream: false);
        int at = window.AsSpan(0, held).IndexOf(trailer);
        return at >= 0
            ? start + at + TrailerBytes
            : throw new InvalidDataException("gzip 成员被截断，或校验和、长度不符。");
    }

    /// <summary>Hands the inflater small chunks and remembers where the last one began.</summary>
    private sealed class ChunkSource(Stream file) : Stream
    {
        public const int ChunkBytes = 8192;

        private long _next = file.Position;

        public long LastChunkStart { get; private set; } = file.Position;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(Span<byte> buffer)
        {
            file.Position = _next;
            int count = file.Read(buffer[..Math.Min(buffer.Length, ChunkBytes)]);
            if (count > 0)
            {
                LastChunkStart = _next;
                _next += count;
            }

            return count;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
