using System.Runtime.InteropServices;

namespace SearchEngine.TestKit;

/// <summary>
/// Processor time of the calling thread: what other programs on the machine do does not count. Linux.
/// </summary>
public static partial class ThreadClock
{
    private const int ThreadProcessorTime = 3;
    private const long NanosecondsPerTick = 100;

    public static TimeSpan Now => ClockGetTime(ThreadProcessorTime, out Time time) == 0
        ? TimeSpan.FromSeconds(time.Seconds) + TimeSpan.FromTicks(time.Nanoseconds / NanosecondsPerTick)
        : TimeSpan.Zero;

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int ClockGetTime(int clock, out Time time);

    [StructLayout(LayoutKind.Sequential)]
    private struct Time
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
