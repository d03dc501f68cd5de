namespace SearchEngine.Index.Store;

/// <summary>Writes one new file from begin to end. Not for several threads.</summary>
public interface IFileWriter : IDisposable
{
    /// <summary>Appends bytes. After an <see cref="IOException"/> the file's content is unknown and the writer
    /// useless.</summary>
    void Write(ReadOnlySpan<byte> bytes);

    /// <summary>
    /// Makes everything written durable. A sync that fails must not be repeated: the pages may be gone already.
    /// </summary>
    void Sync();
}
