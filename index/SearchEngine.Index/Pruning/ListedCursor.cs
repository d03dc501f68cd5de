using SearchEngine.Index.Codec;
using SearchEngine.Index.Reading;
using SearchEngine.Index.Search;

namespace SearchEngine.Index.Pruning;

/// <summary>A leaf whose documents have been found before: a rare term, or a phrase.</summary>
internal sealed class ListedCursor : LeafCursor
{
    private readonly LeafMatches _matches;
    private readonly PlaceTable _places;
    private readonly ulong _mask;
    private int[] _documents = [];
    private ulong[] _found = [];
    private double[] _scores = [];
    private int _count;

    /// <param name="matches">Of the whole segment.</param>
    /// <param name="places">The segment's stretches.</param>
    /// <param name="mask">Roles whose occurrences count.</param>
    public ListedCursor(LeafMatches matches, PlaceTable places, ulong mask) => (_matches, _places, _mask) = (matches, places, mask);

    public override void Begin(in LeafScore score)
    {
        base.Begin(score);
        ReadOnlySpan<int> stretches = _matches.Stretches;
        ReadOnlySpan<int> counts = _matches.Counts;
        (_documents, _found, _scores) = (new int[stretches.Length], new ulong[stretches.Length], new double[stretches.Length]);
        for (int i = 0; i < stretches.Length;)
        {
            int document = _places.Documents[stretches[i]];
            ulong found = 0;
            for (; i < stretches.Length && _places.Documents[stretches[i]] == document; i++)
                found += (ulong)counts[i] * RoleTally.ShareOf(_places.Places[stretches[i]], _mask, score.TitleWeight);
            (_documents[_count], _found[_count], _scores[_count]) = (document, found, ScoreOf(document, found));
            _count++;
        }
    }

    public override void MostIn(IReadOnlyList<DocumentRow> rows, Span<float> most)
    {
        int row = 0;
        for (int i = 0; i < _count; i++)
        {
            while (rows[row].End <= _documents[i])
                row++;
            most[row] = Math.Max(most[row], MathF.BitIncrement((float)_scores[i]));
        }
    }

    public override void AddTo(Span<double> scores, Span<int> held, in DocumentRow row)
    {
        for (int i = Gallop.To(Documents, 0, row.First); i < _count && _documents[i] < row.End; i++)
        {
            scores[_documents[i] - row.First] += _scores[i];
            if (_found[i] > 0 && !held.IsEmpty)
                held[_documents[i] - row.First]++;
        }
    }

    public override ulong Find(int document)
    {
        int place = Gallop.To(Documents, 0, document);
        return place < _count && _documents[place] == document ? _found[place] : 0;
    }

    private ReadOnlySpan<int> Documents => _documents.AsSpan(0, _count);
}
