using SearchEngine.Archive.Durability;

namespace SearchEngine.Archive.Tests.Campaigns;

/// <summary>A disk that only keeps what was asked of it, in order.</summary>
/// <param name="ignoresSyncs">Files are never brought to disk: the fault that the images must show.</param>
/// <param name="ignoresFolders">Names are never brought to disk.</param>
internal sealed class JournalDisk(bool ignoresSyncs = false, bool ignoresFolders = false) : IArchiveDisk
{
    public List<DiskStep> Steps { get; } = [];

    public Stream Create(string path)
    {
        string name = Path.GetFileName(path);
        Steps.Add(new DiskStep(StepKind.Create, name));
        return new Appender(this, name);
    }

    public void Sync(Stream file)
    {
        if (!ignoresSyncs)
        {
            Steps.Add(new DiskStep(StepKind.Sync, ((Appender)file).Name));
        }
    }

    public void Rename(string from, string to) =>
        Steps.Add(new DiskStep(StepKind.Rename, Path.GetFileName(from)) { To = Path.GetFileName(to) });

    public void SyncFolder(string folder)
    {
        if (!ignoresFolders)
        {
            Steps.Add(new DiskStep(StepKind.SyncFolder, ""));
        }
    }

    private sealed class Appender(JournalDisk disk, string name) : MemoryStream
    {
        public string Name => name;

        public override void Write(ReadOnlySpan<byte> buffer) =>
            disk.Steps.Add(new DiskStep(StepKind.Write, name) { Bytes = buffer.ToArray() });

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));
    }
}

/// <summary>One call.</summary>
internal sealed record DiskStep(StepKind Kind, string Name)
{
    public string To { get; init; } = "";

    public byte[] Bytes { get; init; } = [];
}

internal enum StepKind
{
    Create,
    Write,
    Sync,
    Rename,
    SyncFolder,
}
