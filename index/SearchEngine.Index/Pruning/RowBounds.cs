using SearchEngine.Index.Reading;

namespace SearchEngine.Index.Pruning;

/// <summary>A segment's documents in rows, and what each leaf adds at most to a score in each.</summary>
internal sealed class RowBounds
{
    private readonly List<DocumentRow> _rows = [];
    private readonly float[] _most;
    private readonly int _leaves;

    public RowBounds(SnapshotSegment segment, LeafCursor[] leaves)
    {
        ReadOnlySpan<int> firsts = segment.Reader.Places.FirstOfDocument;
        int documents = segment.Live.Documents;
        for (int first = 0, end; first < documents; first = end)
        {
            end = first + 1;
            while (end < documents && end - first < DocumentRow.Most && firsts[end + 1] - firsts[first] <= DocumentRow.MostStretches)
                end++;
            _rows.Add(new DocumentRow(first, end, firsts[first], firsts[end]));
        }

        _leaves = leaves.Length;
        _most = new float[_rows.Count * leaves.Length];
        float[] ofLeaf = new float[_rows.Count];
        for (int leaf = 0; leaf < leaves.Length; leaf++)
        {
            ofLeaf.AsSpan().Clear();
            leaves[leaf].MostIn(_rows, ofLeaf);
            for (int row = 0; row < _rows.Count; row++)
                _most[(row * leaves.Length) + leaf] = ofLeaf[row];
        }
    }

    public int Count => _rows.Count;

    public DocumentRow this[int row] => _rows[row];

    /// <summary>For each leaf what it adds at most in a row.</summary>
    public ReadOnlySpan<float> MostOfLeaves(int row) => _most.AsSpan(row * _leaves, _leaves);

    /// <summary>What all leaves add at most together.</summary>
    public double MostOf(int row)
    {
        double sum = 0;
        foreach (float most in MostOfLeaves(row))
            sum += most;
        return sum;
    }
}
