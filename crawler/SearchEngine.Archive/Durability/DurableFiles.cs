using System.Runtime.InteropServices;

namespace SearchEngine.Archive.Durability;

/// <summary>Renames and creations that survive power loss.</summary>
internal static partial class DurableFiles
{
    /// <summary>
    /// Renames within one folder, then makes the new name durable. The contents must have been flushed to disk before.
    /// </summary>
    public static void Rename(string from, string to)
    {
        File.Move(from, to, overwrite: false);
        SyncDirectory(Path.GetDirectoryName(to)!);
    }

    /// <summary>
    /// Makes creations, renames and deletions in a folder durable. The base library cannot open a directory, hence the
    /// native calls; Windows journals its directories and offers no such call.
    /// </summary>
    /// <exception cref="IOException">The file system refused.</exception>
    public static void SyncDirectory(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        int handle = Open(folder, 0);
        if (handle < 0)
        {
            throw new IOException($"无法打开目录 {folder}（errno {Marshal.GetLastPInvokeError()}）。");
        }

        int outcome = Fsync(handle);
        int error = Marshal.GetLastPInvokeError();
        _ = Close(handle);
        if (outcome != 0)
        {
            throw new IOException($"无法同步目录 {folder}（errno {error}）。");
        }
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Fsync(int handle);

    [LibraryImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Close(int handle);
}
