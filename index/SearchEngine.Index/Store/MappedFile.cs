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

    /// <summary>
    /// Lets go of the memory that reading took so far; what is read again later is fetched again. For whoever reads a
    /// file from begin to end, so that the process does not seem to hold all of it.
    /// </summary>
    public virtual void Forget()
    {
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
    }
}
