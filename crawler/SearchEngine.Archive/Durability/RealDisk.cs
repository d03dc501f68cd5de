namespace SearchEngine.Archive.Durability;

/// <summary>The disk itself.</summary>
internal sealed class RealDisk : IArchiveDisk
{
    public static RealDisk Instance { get; } = new();

    public Stream Create(string path) => new FileStream(
        path,
        new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            Share = FileShare.Read,
            BufferSize = 0,
        });

    public void Sync(Stream file) => ((FileStream)file).Flush(flushToDisk: true);

    public void Rename(string from, string to) => File.Move(from, to, overwrite: false);

    public void SyncFolder(string folder) => DurableFiles.SyncDirectory(folder);
}
