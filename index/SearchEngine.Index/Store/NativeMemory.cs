using System.Runtime.InteropServices;

namespace SearchEngine.Index.Store;

/// <summary>madvise(2): the base class library has no call that gives mapped pages back.</summary>
internal static partial class NativeMemory
{
    private const int DontNeed = 4;

    /// <summary>
    /// Takes the pages of a read-only mapping of a file out of the process. They stay valid and come back when they
    /// are read. A hint: where the system does not know it, nothing happens.
    /// </summary>
    /// <param name="start">Begin of a page.</param>
    /// <param name="length">Bytes.</param>
    public static void Forget(nint start, nuint length)
    {
        if (OperatingSystem.IsLinux())
            _ = Advise(start, length, DontNeed);
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Advise(nint start, nuint length, int advice);
}
