namespace SearchEngine.Archive.Reading;

/// <summary>A forward stream read by lines and by lengths, with the count of bytes taken.</summary>
internal sealed class RecordInput(Stream stream)
{
    private readonly byte[] _buffer = new byte[32 << 10];
    private int _next;
    private int _held;

    /// <summary>Bytes taken so far.</summary>
    public long Position { get; private set; }

    /// <summary>True when no byte is left.</summary>
    public bool AtEnd => !Fill();

    /// <summary>Reads up to and without the line end (CR LF or LF).</summary>
    /// <returns>Null at the end of the stream, or when the line is longer than the limit.</returns>
    public byte[]? ReadLine(int maxBytes)
    {
        using MemoryStream line = new();
        while (Fill())
        {
            int end = _buffer.AsSpan(_next, _held - _next).IndexOf((byte)'\n');
            int count = end < 0 ? _held - _next : end + 1;
            if (line.Length + count > maxBytes)
            {
                return null;
            }

            line.Write(_buffer, _next, count);
            Take(count);
            if (end >= 0)
            {
                byte[] bytes = line.ToArray();
                return bytes.AsSpan().TrimEnd("\r\n"u8).ToArray();
            }
        }

        return null;
    }

    /// <summary>Takes up to the buffer's length; 0 only at the end.</summary>
    public int Read(Span<byte> into)
    {
        if (into.IsEmpty || !Fill())
        {
            return 0;
        }

        int count = Math.Min(into.Length, _held - _next);
        _buffer.AsSpan(_next, count).CopyTo(into);
        Take(count);
        return count;
    }

    /// <summary>Takes the bytes when exactly they come next.</summary>
    public bool TryTake(ReadOnlySpan<byte> expected)
    {
        foreach (byte value in expected)
        {
            if (!Fill() || _buffer[_next] != value)
            {
                return false;
            }

            Take(1);
        }

        return true;
    }

    private void Take(int count)
    {
        _next += count;
        Position += count;
    }

    private bool Fill()
    {
        if (_next < _held)
        {
            return true;
        }

        _next = 0;
        _held = stream.Read(_buffer);
        return _held > 0;
    }
}
