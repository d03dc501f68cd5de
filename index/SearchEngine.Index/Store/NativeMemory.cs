using System.Runtime.InteropServices;

namespace SearchEngine.Index.Store;

/// <summary>madvise(2): the base class library has no call that gives mapped pages back, or that asks for fresh ones at
/// once.</summary>
internal static partial class NativeMemory
{
    private const int DontNeed = 4;
    private const int PopulateWrite = 23;

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

    /// <summary>
    /// Has memory that nothing was written to yet backed by pages, all at once: one by one, at the first touch of each,
    /// costs nearly twice as much on a virtual machine. What is in it stays. A hint: where the system does not know it
    /// (Linux before 5.14), nothing happens.
    /// </summary>
    public static unsafe void MakeReady<T>(Span<T> memory)
        where T : unmanaged
    {
        if (!OperatingSystem.IsLinux())
            return;
        fixed (T* start = memory)
        {
            nuint page = (nuint)Environment.SystemPageSize;
            nuint first = ((nuint)start + page - 1) / page * page;
            nuint end = ((nuint)start + ((nuint)memory.Length * (nuint)sizeof(T))) / page * page;
            if (first < end)
                _ = Advise((nint)first, end - first, PopulateWrite);
        }
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Advise(nint start, nuint length, int advice);
}
