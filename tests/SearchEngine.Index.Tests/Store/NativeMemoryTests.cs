using SearchEngine.Index.Store;
using SearchEngine.TestKit;

namespace SearchEngine.Index.Tests.Store;

public sealed class NativeMemoryTests
{
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
}
