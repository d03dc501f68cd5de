using System.Globalization;
using SearchEngine.Index.Store;
using SearchEngine.TestKit;

namespace SearchEngine.Index.Tests.Store;

public sealed class NativeMemoryTests
{
    private const int PageBytes = 1 << 12;

    /// <summary>Where the seventh of the numbers behind a process's name and state stands: page faults that needed no disk
    /// (proc_pid_stat(5), minflt).</summary>
    private const int MinorFaults = 7;

    [Fact]
    public void Making_memory_ready_changes_nothing_in_it()
    {
        RandomSeed seed = RandomSeed.Next();
        Random random = seed.Create();
        byte[] memory = new byte[1 << 20];
        random.NextBytes(memory);
        byte[] before = [.. memory];
        for (int round = 0; round < 100; round++)
        {
            int start = random.Next(memory.Length + 1);
            // Short ones, which hold no whole page, as well as long ones.
            int length = random.Next(round % 2 == 0 ? 5000 : int.MaxValue) % (memory.Length - start + 1);
            NativeMemory.MakeReady(memory.AsSpan(start, length));
        }

        NativeMemory.MakeReady(memory.AsSpan());
        Assert.True(before.AsSpan().SequenceEqual(memory), seed.Replay);
    }

    [Fact]
    public void Memory_made_ready_is_written_without_a_fault_for_each_page()
    {
        Assert.SkipUnless(
            OperatingSystem.IsLinux() && Environment.OSVersion.Version >= new Version(5, 14), "MADV_POPULATE_WRITE is of Linux 5.14.");
        // Far more than a collector has lying about, so that it is fresh.
        byte[] memory = GC.AllocateUninitializedArray<byte>(256 << 20);
        NativeMemory.MakeReady(memory.AsSpan());
        long before = FaultsOfThread();
        for (int i = 0; i < memory.Length; i += PageBytes)
            memory[i] = 1;
        long faults = FaultsOfThread() - before;
        Assert.True(faults < memory.Length / PageBytes / 10, $"{faults} faults");
    }

    private static long FaultsOfThread()
    {
        string stat = File.ReadAllText("/proc/thread-self/stat");
        string[] numbers = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return long.Parse(numbers[MinorFaults], CultureInfo.InvariantCulture);
    }
}
