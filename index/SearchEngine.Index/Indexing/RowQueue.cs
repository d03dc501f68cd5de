using System.Collections.Concurrent;

namespace SearchEngine.Index.Indexing;

/// <summary>
/// Rows on their way from the thread that gathers them to one that writes them, in order. The number of rows is fixed:
/// who gathers waits for a free one. Not for several gathering threads.
/// </summary>
internal sealed class RowQueue : IDisposable
{
    /// <summary>One that is gathered, one that is written, and two between, so that neither thread waits for the other
    /// to wake up.</summary>
    private const int Rows = 4;

    private readonly BlockingCollection<MergedRow> _full = [];
    private readonly BlockingCollection<MergedRow> _free = [];
    private readonly Task _writing;

    public RowQueue(PostingsWriter writer)
    {
        for (int i = 0; i < Rows; i++)
            _free.Add(new MergedRow());
        _writing = Task.Run(() => Write(writer));
    }

    /// <summary>True when the thread that writes has something else to do than a row that is added now.</summary>
    public bool IsBehind => _full.Count > 0;

    /// <summary>A free row. Throws what writing threw.</summary>
    public MergedRow Take()
    {
        if (_free.TryTake(out MergedRow? row, Timeout.Infinite))
            return row;
        // Who writes frees rows until it fails.
        _writing.GetAwaiter().GetResult();
        throw new InvalidOperationException("Rows are taken after the end.");
    }

    /// <summary>Adds a row, which is not to be touched any more.</summary>
    public void Add(MergedRow row) => _full.Add(row);

    /// <summary>Waits until all rows are written. Throws what writing threw.</summary>
    public void Finish()
    {
        _full.CompleteAdding();
        _writing.GetAwaiter().GetResult();
    }

    /// <summary>Waits until the writer is not used any more; what writing threw concerns nobody.</summary>
    public void Dispose()
    {
        _full.CompleteAdding();
        Task.WhenAny(_writing).GetAwaiter().GetResult();
        _full.Dispose();
        _free.Dispose();
    }

    private void Write(PostingsWriter writer)
    {
        try
        {
            foreach (MergedRow row in _full.GetConsumingEnumerable())
            {
                row.WriteTo(writer);
                _free.Add(row);
            }
        }
        finally
        {
            _free.CompleteAdding();
        }
    }
}
