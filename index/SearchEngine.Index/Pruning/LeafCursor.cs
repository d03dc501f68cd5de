using SearchEngine.Index.Search;

namespace SearchEngine.Index.Pruning;

/// <summary>A leaf in one segment, read only where it is asked for.</summary>
internal abstract class LeafCursor
{
    /// <summary>How the leaf scores.</summary>
    protected LeafScore Score { get; private set; }

    /// <summary>Says how the leaf scores, which is known when all segments have been looked at; comes before all else.</summary>
    public virtual void Begin(in LeafScore score) => Score = score;

    /// <summary>For each row, which ascend, the most that the leaf adds to the score of one of its documents.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="most">Room for as many, 0 before.</param>
    public abstract void MostIn(IReadOnlyList<DocumentRow> rows, Span<float> most);

    /// <summary>Adds what the leaf adds to the scores of the row's documents.</summary>
    /// <param name="scores">The first is that of the row's first document.</param>
    /// <param name="held">One more for each document that has the leaf; empty when that is not asked for.</param>
    /// <param name="row">The row.</param>
    public abstract void AddTo(Span<double> scores, Span<int> held, in DocumentRow row);

    /// <summary>What the leaf has in a document, as <see cref="RoleTally.Share"/> says; 0 for
    /// nothing.</summary>
    public abstract ulong Find(int document);

    /// <summary>What it adds to a document's score that has so much of it.</summary>
    public double ScoreOf(int document, ulong found) =>
        Score.Weight * Bm25.Saturation((long)(found >> 32), Score.Norms[document], Score.Gain);
}
