using System.Buffers;
using SearchEngine.Index.Codec;
using SearchEngine.Index.Reading;

namespace SearchEngine.Index.Search;

/// <summary>
/// The documents of a segment that can still be hits, each with its range of positions and of stretches: what lies
/// between them need not be read. All is ascending, so that lists and documents are gone through side by side. Memory
/// is borrowed until <see cref="Dispose"/>.
/// </summary>
internal sealed class DocumentWindow : IDisposable
{
    /// <summary>A window of more than this share of the documents saves nothing.</summary>
    private const int Share = 4;

    /// <summary>With this many numbers for each document it is the documents that are gone through.</summary>
    private const int Dense = 4;

    private readonly PlaceTable _places;
    private readonly int _count;
    private readonly DocumentSet _set;
    private readonly int[] _documents = [];
    private int[] _positions = [];
    private int[] _stretches = [];

    private DocumentWindow(DocumentSet documents, PlaceTable places)
    {
        (_set, _places, _count) = (documents, places, documents.Count);
        if (documents.IsListed)
            return;
        _documents = ArrayPool<int>.Shared.Rent(_count + BitSet.CopySlack);
        documents.Bits.CopyTo(_documents.AsSpan(0, _count + BitSet.CopySlack));
    }

    /// <summary>Positions of the documents.</summary>
    public NumberRanges Positions
    {
        get
        {
            if (_positions.Length == 0)
                Fill(_positions = ArrayPool<int>.Shared.Rent(2 * _count), ofStretches: false);
            return RangesOf(_positions);
        }
    }

    /// <summary>Stretches of the documents.</summary>
    public NumberRanges Stretches
    {
        get
        {
            if (_stretches.Length == 0)
                Fill(_stretches = ArrayPool<int>.Shared.Rent(2 * _count), ofStretches: true);
            return RangesOf(_stretches);
        }
    }

    /// <summary>The documents, ascending, as many as there are ranges.</summary>
    public ReadOnlySpan<int> Documents => _set.IsListed ? _set.Numbers : _documents.AsSpan(0, _count);

    /// <summary>Null when so many documents are left that everything is read.</summary>
    public static DocumentWindow? Of(DocumentSet? documents, SegmentReader segment) =>
        documents?.Count <= segment.Documents / Share ? new DocumentWindow(documents, segment.Places) : null;

    /// <summary>Keeps the positions, ascending, that lie in a document of the window; returns their number.</summary>
    public int Keep(Span<int> positions)
    {
        NumberRanges ranges = Positions;
        int kept = 0;
        if (_count * (long)Dense < positions.Length)
        {
            int at = 0;
            for (int range = 0; range < ranges.Count && at < positions.Length; range++)
            {
                at = Gallop.To(positions, at, ranges.Begins[range]);
                for (int end = ranges.Ends[range]; at < positions.Length && positions[at] < end; at++)
                    positions[kept++] = positions[at];
            }

            return kept;
        }

        int current = 0;
        foreach (int position in positions)
        {
            current = Gallop.To(ranges.Ends, current, position + 1);
            if (current == ranges.Count)
                break;
            positions[kept] = position;
            kept += ranges.Begins[current] <= position ? 1 : 0;
        }

        return kept;
    }

    public void Dispose()
    {
        if (_documents.Length > 0)
            ArrayPool<int>.Shared.Return(_documents);
        if (_positions.Length > 0)
            ArrayPool<int>.Shared.Return(_positions);
        if (_stretches.Length > 0)
            ArrayPool<int>.Shared.Return(_stretches);
        (_positions, _stretches) = ([], []);
    }

    private NumberRanges RangesOf(int[] bounds) => new(bounds.AsSpan(0, _count), bounds.AsSpan(_count, _count));

    private void Fill(int[] bounds, bool ofStretches)
    {
        ReadOnlySpan<int> documents = Documents;
        ReadOnlySpan<int> firsts = _places.FirstOfDocument;
        for (int i = 0; i < documents.Length; i++)
        {
            if (i + Fetch.Ahead < documents.Length)
                Fetch.Line(firsts, documents[i + Fetch.Ahead]);
            int document = documents[i];
            bounds[i] = ofStretches ? firsts[document] : _places.FirstPosition(document);
            bounds[_count + i] = ofStretches ? firsts[document + 1] : _places.FirstPosition(document + 1);
        }
    }
}
