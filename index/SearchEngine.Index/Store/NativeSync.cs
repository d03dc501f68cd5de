using System.ComponentModel;
using System.Runtime.InteropServices;

namespace SearchEngine.Index.Store;

/// <summary>
/// fsync(2) on a folder. The base class library cannot open a folder, and without this a returned commit could be lost:
/// the rename that makes it visible lives in the folder, not in the file.
/// </summary>
internal static partial class NativeSync
{
    private const int ReadOnlyFlag = 0;

    public static void Directory(string path)
    {
        // Windows writes directory entries through; there is nothing to call.
        if (OperatingSystem.IsWindows())
            return;
        int descriptor = OpenNative(path, ReadOnlyFlag);
        if (descriptor < 0)
            throw Failure("open", path);
        try
        {
            if (SyncNative(descriptor) != 0)
                throw Failure("fsync", path);
        }
        finally
        {
            _ = CloseNative(descriptor);
        }
    }

    private static IOException Failure(string call, string path) =>
        new($"{call} of the folder {path} failed: {new Win32Exception(Marshal.GetLastPInvokeError()).Message}");

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int OpenNative(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SyncNative(int descriptor);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int CloseNative(int descriptor);
}
