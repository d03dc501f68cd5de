using Microsoft.Win32.SafeHandles;

namespace SearchEngine.Index.Store;

/// <summary>Writes a file of a <see cref="FileSystemDirectory"/>; the caller buffers.</summary>
internal sealed class FileSystemWriter(SafeFileHandle handle) : IFileWriter
{
    private long _length;

    public void Write(ReadOnlySpan<byte> bytes)
    {
        RandomAccess.Write(handle, bytes, _length);
        _length += bytes.Length;
    }

    public void Sync() => RandomAccess.FlushToDisk(handle);

    public void Dispose() => handle.Dispose();
}
