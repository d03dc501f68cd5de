using SearchEngine.Index.Indexing;

namespace SearchEngine.Index.Tests.Indexing;

public sealed class ThreadsTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Do_one_thing_to_each_of_several_once(bool two)
    {
        int[] done = new int[1_000];

        new Threads(two).Each([.. Enumerable.Range(0, done.Length)], item => Interlocked.Increment(ref done[item]));

        Assert.All(done, times => Assert.Equal(1, times));
    }

    [Fact]
    public void Do_two_things_beside_one_another()
    {
        using Barrier both = new(2);

        // Neither gets on before the other has begun.
        new Threads(two: true).Both(both.SignalAndWait, both.SignalAndWait);

        Assert.Equal(1, both.CurrentPhaseNumber);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Tell_what_either_threw(bool two)
    {
        Threads threads = new(two);

        Assert.Throws<IOException>(() => threads.Both(() => throw new IOException(), () => { }));
        Assert.Throws<IOException>(() => threads.Both(() => { }, () => throw new IOException()));
        Assert.Throws<IOException>(() => threads.Both(() => throw new IOException(), () => throw new InvalidOperationException()));
        Assert.Throws<IOException>(() => threads.Each([1, 2, 3], item =>
        {
            if (item == 2)
                throw new IOException();
        }));
    }

    [Fact]
    public void Nobody_is_at_work_when_one_has_thrown()
    {
        using ManualResetEventSlim thrown = new();
        bool done = false;
        bool wasDone = true;
        try
        {
            new Threads(two: true).Both(() => throw new IOException(), WorkOn);
        }
        catch (IOException) when (Tell())
        {
            wasDone = Volatile.Read(ref done);
        }

        Assert.True(wasDone);

        // Filters run before what is thrown leaves any block: from here on nothing but waiting keeps it from the test.
        bool Tell()
        {
            thrown.Set();
            return true;
        }

        void WorkOn()
        {
            thrown.Wait();
            Thread.SpinWait(1_000_000);
            Volatile.Write(ref done, true);
        }
    }
}
