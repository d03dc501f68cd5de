namespace SearchEngine.Index.Store;

/// <summary>A file held in memory.</summary>
public sealed class ArrayFile(ReadOnlyMemory<byte> content) : MappedFile
{
    public override long Length => content.Length;

    public override ReadOnlySpan<byte> Slice(long offset, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset, content.Length - length);
        return content.Span.Slice((int)offset, length);
    }
}
