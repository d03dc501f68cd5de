using SearchEngine.Index.Store;
using SearchEngine.Index.Tests.Indexing;
using SearchEngine.TestKit;
using SearchEngine.TestKit.Storage;

namespace SearchEngine.Index.Tests.Crash;

/// <summary>C1: count the storage operations of a script, then make each of them fail in each way, for a writer of one thread
/// and for one of two.</summary>
public sealed class StorageFaultTests
{
    private const int Usual = 500;

    [Fact]
    public void A_storage_operation_that_fails_leaves_an_acknowledged_commit_and_nothing_open()
    {
        FaultyDirectory counting = new(new RamDirectory());
        new WriterScript().Run(counting);
        Assert.Equal(0, counting.OpenHandles);
        int operations = counting.Operations;
        (int FailAt, StorageFault Fault, int Threads)[] all =
            [.. Enumerable.Range(1, operations).SelectMany(n =>
                Enum.GetValues<StorageFault>().SelectMany(fault => (int[])[1, 2], (fault, threads) => (n, fault, threads)))];
        RandomSeed seed = RandomSeed.Next();
        seed.Create().Shuffle(all);
        int failed = 0;

        int tried = Math.Min(all.Length, Amount.Of("C1", Usual));
        foreach ((int failAt, StorageFault fault, int threads) in all.Take(tried))
        {
            RamDirectory storage = new();
            FaultyDirectory faulty = new(storage) { FailAt = failAt, Fault = fault };
            WriterScript script = new(threads: threads);
            string context = $"operation {failAt}, {fault}, {threads} threads; {seed}";

            Exception? thrown = Record.Exception(() => script.Run(faulty));

            // A disk that is full harms nobody who only deletes and syncs; and no operation is hidden.
            if (thrown is null)
                Assert.True(faulty.Operations < failAt || fault == StorageFault.DiskFull, $"not noticed: {context}");
            else
                Assert.True(thrown is IOException, $"{thrown}: {context}");
            Assert.True(faulty.OpenHandles == 0, $"{faulty.OpenHandles} left open: {context}");
            Assert.True(script.WrongWith(storage) is null, $"{script.WrongWith(storage)}: {context}");
            string? wrong = Leftovers.WrongAfterReopening(storage);
            Assert.True(wrong is null, $"{wrong}: {context}");
            failed += thrown is null ? 0 : 1;
        }

        Progress.Say($"C1 operations={operations} of {all.Length} tried={tried} failed={failed}");
    }
}
