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

    /// <summary>With this many numbers for each document it is the documents that are gone through.</summary>
    private const int Dense = 4;

    private readonly BitSet _documents;
    private readonly PlaceTable _places;
    private readonly int _count;

    private DocumentWindow(BitSet documents, PlaceTable places, int count)
    {
        (_documents, _places, _count) = (documents, places, count);
        Stretches = new StretchSet(documents, places);
    }

    public IPositionSet Stretches { get; }

    /// <summary>Null when so many documents are left that everything is read.</summary>
    public static DocumentWindow? Of(BitSet? documents, SegmentReader segment) =>
        documents?.Count is { } count && count <= segment.Documents / Share
            ? new DocumentWindow(documents, segment.Places, count)
            : null;

    public int NextFrom(int number)
    {
        int document = _places.Documents[_places.Find(number)];
        int next = _documents.Next(document);
        if (next < 0)
            return int.MaxValue;
        return next == document ? number : _places.FirstPosition(next);
    }

    /// <summary>Keeps the positions, ascending, that lie in a document of the window; returns their number.</summary>
    public int Keep(Span<int> positions)
    {
        if (_count * (long)Dense < positions.Length)
            return KeepByDocument(positions);
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
        stretches = stretches[..length];
        if (_count * (long)Dense < length)
            return KeepByDocument(stretches, counts);
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

    private int KeepByDocument(Span<int> positions)
    {
        int kept = 0;
        int at = 0;
        for (int document = _documents.Next(0); document >= 0 && at < positions.Length; document = _documents.Next(document + 1))
        {
            int end = _places.FirstPosition(document + 1);
            at = Gallop.To(positions, at, _places.FirstPosition(document));
            for (; at < positions.Length && positions[at] < end; at++)
                positions[kept++] = positions[at];
        }

        return kept;
    }

    private int KeepByDocument(Span<int> stretches, Span<int> counts)
    {
        ReadOnlySpan<int> firsts = _places.FirstOfDocument;
        int kept = 0;
        int at = 0;
        for (int document = _documents.Next(0); document >= 0 && at < stretches.Length; document = _documents.Next(document + 1))
        {
            int end = firsts[document + 1];
            at = Gallop.To(stretches, at, firsts[document]);
            for (; at < stretches.Length && stretches[at] < end; at++)
                (stretches[kept], counts[kept++]) = (stretches[at], counts[at]);
        }

        return kept;
    }

    /// <summary>The same set for numbers of stretches.</summary>
    private sealed class StretchSet(BitSet documents, PlaceTable places) : IPositionSet
    {
        public int NextFrom(int number)
        {
            int document = places.Documents[number];
            int next = documents.Next(document);
            if (next < 0)
                return int.MaxValue;
            return next == document ? number : places.FirstOfDocument[next];
        }
    }
}
