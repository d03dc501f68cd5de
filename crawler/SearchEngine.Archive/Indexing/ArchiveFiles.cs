namespace SearchEngine.Archive.Indexing;

/// <summary>The files of an archive folder that never change again.</summary>
internal static class ArchiveFiles
{
    /// <summary>By name; empty for a missing folder. A file that is still open belongs to its writer.</summary>
    public static IReadOnlyList<FileInfo> Finished(string folder) => Directory.Exists(folder)
        ? [.. new DirectoryInfo(folder).EnumerateFiles("*" + WarcNames.ClosedSuffix).OrderBy(f => f.Name, StringComparer.Ordinal)]
        : [];
}
