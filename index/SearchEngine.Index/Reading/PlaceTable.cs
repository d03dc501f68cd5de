using SearchEngine.Index.Indexing;
using SearchEngine.Index.Search;

namespace SearchEngine.Index.Reading;

/// <summary>
/// Where the positions of a segment lie. A <i>stretch</i> is a row of paragraphs of one document with one zone and
/// role: one lookup gives all three, and a position in the same stretch as the one before needs none.
/// </summary>
internal sealed class PlaceTable
{
    /// <summary>2^8 positions share an entry point: seldom more than a step away.</summary>
    private const int BucketBits = 8;

    private readonly uint[] _ends;
    private readonly int[] _documents;
    private readonly byte[] _places;
    private readonly int[] _buckets;

    private PlaceTable(uint[] ends, int[] documents, byte[] places)
    {
        (_ends, _documents, _places) = (ends, documents, places);
        uint positions = ends.Length > 0 ? ends[^1] : 0;
        _buckets = new int[(positions >> BucketBits) + 1];
        int stretch = 0;
        for (int bucket = 0; bucket < _buckets.Length; bucket++)
        {
            while (stretch + 1 < ends.Length && ends[stretch] <= (uint)bucket << BucketBits)
                stretch++;
            _buckets[bucket] = stretch;
        }
    }

    /// <summary>Number of stretches.</summary>
    public int Count => _ends.Length;

    /// <summary>Null when the content's tables contradict one another.</summary>
    public static PlaceTable? Of(ISegmentContent content)
    {
        List<uint> ends = [];
        List<int> documents = [];
        List<byte> places = [];
        uint last = 0;
        for (int document = 0; document < content.Documents; document++)
        {
            uint first = content.FirstParagraphs[document];
            uint end = content.FirstParagraphs[document + 1];
            uint behind = content.FirstPositions[document + 1];
            if (first > end || end > (uint)content.Paragraphs || behind <= last)
                return null;
            for (uint p = first; p < end; p++)
            {
                byte place = PlaceOf(content.ParagraphKinds[(int)p]);
                uint stop = p + 1 < end ? content.ParagraphPositions[(int)p + 1] : behind;
                if (stop <= last || stop > behind || place > RoleMask.Title)
                    return null;
                last = stop;
                if (p > first && places[^1] == place)
                    ends[^1] = stop;
                else
                    Add(document, place, stop);
            }

            // A document without paragraphs takes a position too.
            if (first == end)
                Add(document, RoleMask.Title, last = behind);
        }

        return new PlaceTable([.. ends], [.. documents], [.. places]);

        void Add(int document, byte place, uint end)
        {
            documents.Add(document);
            places.Add(place);
            ends.Add(end);
        }
    }

    /// <summary>The stretch of a position, which must not be before <paramref name="from"/>'s.</summary>
    public int Find(int position, int from)
    {
        uint[] ends = _ends;
        if ((uint)position < ends[from])
            return from;
        int stretch = Math.Max(from + 1, _buckets[position >> BucketBits]);
        while (ends[stretch] <= (uint)position)
            stretch++;
        return stretch;
    }

    /// <summary>The position behind a stretch.</summary>
    public int EndOf(int stretch) => (int)_ends[stretch];

    public int DocumentOf(int stretch) => _documents[stretch];

    /// <summary>A role, or <see cref="RoleMask.Title"/>.</summary>
    public byte PlaceOf(int stretch) => _places[stretch];

    private static byte PlaceOf(byte kind) =>
        ParagraphKind.ZoneOf(kind) == Zone.Title ? (byte)RoleMask.Title : (byte)ParagraphKind.RoleOf(kind);
}
