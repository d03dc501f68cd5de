namespace SearchEngine.Archive;

/// <summary>Another writer holds the archive folder.</summary>
public sealed class ArchiveLockedException(string folder, Exception inner)
    : IOException($"存档目录 {folder} 正被另一个进程写入；请等它结束后再试。", inner)
{
    public string Folder { get; } = folder;
}
