using SearchEngine.Archive.Durability;
using SearchEngine.Archive.Gzip;

namespace SearchEngine.Archive.Writing;

/// <summary>Finishes files that a killed writer left open. Closed files are never touched.</summary>
internal static class WarcRecovery
{
    /// <summary>Must run under the writer's lock, before anybody reads the folder's open files.</summary>
    public static IReadOnlyList<RecoveredFile> Run(string folder)
    {
        List<RecoveredFile> recovered = [];
        foreach (string path in Directory.EnumerateFiles(folder, "*" + WarcNames.OpenSuffix).Order(StringComparer.Ordinal))
        {
            recovered.Add(Finish(path));
        }

        return recovered;
    }

    private static RecoveredFile Finish(string openPath)
    {
        string finalPath = openPath[..^WarcNames.OpenMark.Length];
        long before;
        long kept;
        using (FileStream file = new(openPath, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            before = file.Length;
            kept = GzipFile.EndOfLastWholeMember(file);
            if (kept < before)
            {
                file.SetLength(kept);
            }

            file.Flush(flushToDisk: true);
        }

        if (kept == 0)
        {
            File.Delete(openPath);
            DurableFiles.SyncDirectory(Path.GetDirectoryName(openPath)!);
        }
        else
        {
            DurableFiles.Rename(openPath, finalPath);
        }

        return new RecoveredFile(Path.GetFileName(finalPath), kept, before - kept);
    }
}
