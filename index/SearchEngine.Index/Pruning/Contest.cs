using SearchEngine.Index.Search;

namespace SearchEngine.Index.Pruning;

/// <summary>Keeps the documents that may be among the best, and knows which score cannot be any more. Scores are sums
/// whose order is not fixed: they differ from the exact ones by less than <see cref="Bm25.Margin"/>.</summary>
/// <param name="wanted">How many hits are wanted.</param>
internal sealed class Contest(long wanted)
{
    /// <summary>The best scores, the least first.</summary>
    private readonly PriorityQueue<double, double> _best = new();
    private readonly List<(int Segment, int Document, double Score)> _entrants = [];

    /// <summary>The least of the best scores; a document needs about as much.</summary>
    public double Least { get; private set; } = wanted > 0 ? double.NegativeInfinity : double.PositiveInfinity;

    /// <summary>True when a document with this score or a lower one is none of the best.</summary>
    public bool IsLost(double score) => score * Bm25.Margin < Least;

    /// <summary>Adds a hit.</summary>
    public void Add(int segment, int document, double score)
    {
        _entrants.Add((segment, document, score));
        if (_best.Count < wanted)
            _best.Enqueue(score, score);
        else
            _best.EnqueueDequeue(score, score);
        if (_best.Count == wanted)
            Least = _best.Peek();
    }

    /// <summary>The documents of a segment that may be among the best, ascending.</summary>
    public int[] Entrants(int segment) =>
    [
        .. _entrants.Where(entrant => entrant.Segment == segment && !IsLost(entrant.Score)).Select(entrant => entrant.Document).Order(),
    ];
}
