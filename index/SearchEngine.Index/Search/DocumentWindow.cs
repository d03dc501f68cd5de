using SearchEngine.Index.Codec;
using SearchEngine.Index.Reading;

namespace SearchEngine.Index.Search;

/// <summary>
/// The documents of a segment that can still be hits: what lies between them need not be read. Given to lists of
/// positions and, by <see cref="Stretches"/>, to lists of places.
/// </summary>
internal sealed class DocumentWindow : IPositionSet
{
    /// <summary>A window of more than this share of the documents saves nothing.</summary>
    private const int Share = 4;

    private readonly BitSet _documents;
    private readonly PlaceTable _places;

    private DocumentWindow(BitSet documents, PlaceTable places)
    {
        (_documents, _places) = (documents, places);
        Stretches = new StretchSet(documents, places);
    }

    public IPositionSet Stretches { get; }

    /// <summary>Null when so many documents are left that everything is read.</summary>
    public static DocumentWindow? Of(BitSet? documents, SegmentReader segment) =>
        documents is not null && documents.Count <= segment.Documents / Share
            ? new DocumentWindow(documents, segment.Places)
            : null;

    public bool MayHold(int first, int last)
    {
        ReadOnlySpan<int> documents = _places.Documents;
        int next = _documents.Next(documents[_places.Find(first)]);
        return next >= 0 && next <= documents[_places.Find(last)];
    }

    /// <summary>Keeps the positions, ascending, that lie in a document of the window; returns their number.</summary>
    public int Keep(Span<int> positions)
    {
        ReadOnlySpan<uint> ends = _places.Ends;
        ReadOnlySpan<int> documents = _places.Documents;
        int kept = 0;
        int stretch = -1;
        bool isIn = false;
        foreach (int position in positions)
        {
            if (stretch < 0 || (uint)position >= ends[stretch])
            {
                stretch = _places.Find(position);
                isIn = _documents[documents[stretch]];
            }

            positions[kept] = position;
            kept += isIn ? 1 : 0;
        }

        return kept;
    }

    /// <summary>Keeps the entries whose stretch lies in a document of the window; returns their number. What is left
    /// out here need not be walked again by counting and ranking.</summary>
    public int KeepStretches(Span<int> stretches, Span<int> counts, int length)
    {
        ReadOnlySpan<int> documents = _places.Documents;
        ReadOnlySpan<ulong> words = _documents.Words;
        int kept = 0;
        for (int i = 0; i < length; i++)
        {
            int document = documents[stretches[i]];
            (stretches[kept], counts[kept]) = (stretches[i], counts[i]);
            kept += (int)(words[document / BitSet.WordBits] >> (document % BitSet.WordBits) & 1);
        }

        return kept;
    }

    /// <summary>The same set for numbers of stretches.</summary>
    private sealed class StretchSet(BitSet documents, PlaceTable places) : IPositionSet
    {
        public bool MayHold(int first, int last)
        {
            ReadOnlySpan<int> ofStretch = places.Documents;
            int next = documents.Next(ofStretch[first]);
            return next >= 0 && next <= ofStretch[last];
        }
    }
}
