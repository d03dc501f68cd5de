namespace SearchEngine.Index.Store;

/// <summary>A closed file, readable in place. Reading after <see cref="Dispose()"/> throws.</summary>
public abstract class MappedFile : IDisposable
{
    /// <summary>Length in bytes at the time of opening; files never change.</summary>
    public abstract long Length { get; }

    /// <summary>
    /// The bytes [offset, offset + length), owned by this mapping and valid until it is disposed of.
    /// <see cref="ArgumentOutOfRangeException"/> when they are not inside the file.
    /// </summary>
    public abstract ReadOnlySpan<byte> Slice(long offset, int length);

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
    }
}
