using Microsoft.Win32.SafeHandles;

namespace SearchEngine.Index.Store;

/// <summary>An index in a folder of the file system.</summary>
public sealed class FileSystemDirectory : IDirectory
{
    private const string LockName = "write.lock";

    private readonly string _path;

    /// <summary>Opens a folder, making it when there is none.</summary>
    public FileSystemDirectory(string path)
    {
        _path = Path.GetFullPath(path);
        if (Directory.Exists(_path))
            return;
        Directory.CreateDirectory(_path);
        // A folder whose own name is lost in a power cut takes every synced file with it.
        if (Path.GetDirectoryName(_path) is { } parent)
            NativeSync.Directory(parent);
    }

    public IReadOnlyList<string> List() =>
        [.. Directory.EnumerateFiles(_path).Select(path => Path.GetFileName(path)).Where(name => name != LockName)];

    public long Length(string name)
    {
        FileInfo file = new(FullPath(name));
        return file.Exists ? file.Length : throw new FileNotFoundException(null, name);
    }

    public IFileWriter Create(string name) =>
        new FileSystemWriter(File.OpenHandle(FullPath(name), FileMode.CreateNew, FileAccess.Write, FileShare.Read));

    public MappedFile OpenRead(string name) => MemoryMappedIndexFile.Open(FullPath(name));

    public void Rename(string from, string to) => File.Move(FullPath(from), FullPath(to), overwrite: true);

    public void Delete(string name) => File.Delete(FullPath(name));

    public void SyncDirectory() => NativeSync.Directory(_path);

    public IDisposable LockForWriting()
    {
        try
        {
            // FileShare.None takes flock(2): the kernel frees it when the process dies, so that no lock is ever stale.
            SafeFileHandle held = File.OpenHandle(
                FullPath(LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return held;
        }
        catch (IOException e) when (e is not (DirectoryNotFoundException or PathTooLongException))
        {
            throw new WriteLockHeldException(_path, e);
        }
    }

    private string FullPath(string name)
    {
        FileNames.Require(name);
        return Path.Combine(_path, name);
    }
}
