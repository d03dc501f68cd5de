using System.IO.MemoryMappedFiles;

namespace SearchEngine.Index.Store;

/// <summary>A file of the file system, mapped.</summary>
internal sealed unsafe class MemoryMappedIndexFile : MappedFile
{
    private readonly MemoryMappedFile? _map;
    private readonly MemoryMappedViewAccessor? _view;
    private byte* _start;

    private MemoryMappedIndexFile(MemoryMappedFile? map, long length)
    {
        _map = map;
        Length = length;
        if (map is null)
            return;
        _view = map.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read);
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref _start);
        _start += _view.PointerOffset;
    }

    public override long Length { get; }

    public static MemoryMappedIndexFile Open(string path)
    {
        // FileShare.Delete lets a writer unlink the file under the mapping.
        FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1);
        try
        {
            long length = file.Length;
            // An empty file cannot be mapped; it is not valid either, and its reader says so.
            if (length == 0)
            {
                file.Dispose();
                return new MemoryMappedIndexFile(null, 0);
            }

            MemoryMappedFile map = MemoryMappedFile.CreateFromFile(
                file, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: false);
            return new MemoryMappedIndexFile(map, length);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public override ReadOnlySpan<byte> Slice(long offset, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset, Length - length);
        if (length == 0)
            return [];
        ObjectDisposedException.ThrowIf(_start is null, this);
        return new ReadOnlySpan<byte>(_start + offset, length);
    }

    public override void Forget()
    {
        if (_start is not null)
            NativeMemory.Forget((nint)(_start - _view!.PointerOffset), (nuint)(Length + _view.PointerOffset));
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && _start is not null)
        {
            _start = null;
            _view!.SafeMemoryMappedViewHandle.ReleasePointer();
            _view.Dispose();
            _map!.Dispose();
        }

        base.Dispose(disposing);
    }
}
