using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using SearchEngine.Index.Codec;
using SearchEngine.Index.Indexing;
using SearchEngine.Index.Search;

namespace SearchEngine.Index.Reading;

/// <summary>
/// Where the positions of a segment lie. A <i>stretch</i> is a row of paragraphs of one document with one zone and
/// role: one lookup gives all three, and a position in the same stretch as the one before needs none. Lists of places
/// name stretches.
/// </summary>
internal sealed class PlaceTable
{
    /// <summary>Ends that one comparison looks at.</summary>
    private const int Lanes = 16;

    /// <summary>2^10 positions share an entry point: seldom more than a row of lanes away, and four entry points of 2^8
    /// would take so much of the cache that looking positions up took longer.</summary>
    private const int BucketBits = 10;

    /// <summary>The stretches' ends, and one row of lanes of the highest number behind them.</summary>
    private readonly uint[] _ends;
    private readonly int[] _documents;
    private readonly byte[] _places;
    private readonly int[] _firsts;
    private readonly int[] _buckets;

    private PlaceTable(uint[] ends, int[] documents, byte[] places, int[] firsts)
    {
        (_ends, _documents, _places, _firsts) = (ends, documents, places, firsts);
        uint positions = Count > 0 ? ends[Count - 1] : 0;
        _buckets = new int[(positions >> BucketBits) + 1];
        int stretch = 0;
        for (int bucket = 0; bucket < _buckets.Length; bucket++)
        {
            while (stretch + 1 < Count && ends[stretch] <= (uint)bucket << BucketBits)
                stretch++;
            _buckets[bucket] = stretch;
        }
    }

    /// <summary>Number of stretches.</summary>
    public int Count => _documents.Length;

    /// <summary>The position behind each stretch.</summary>
    public ReadOnlySpan<uint> Ends => _ends.AsSpan(0, Count);

    /// <summary>The document of each stretch.</summary>
    public ReadOnlySpan<int> Documents => _documents;

    /// <summary>A role, or <see cref="RoleMask.Title"/>, of each stretch.</summary>
    public ReadOnlySpan<byte> Places => _places;

    /// <summary>The first stretch of each document, and behind the last one their number.</summary>
    public ReadOnlySpan<int> FirstOfDocument => _firsts;

    /// <summary>The first position of a document; for the number of documents the one behind all.</summary>
    public int FirstPosition(int document) => _firsts[document] is > 0 and var first ? (int)_ends[first - 1] : 0;

    /// <summary>The stretch of a position.</summary>
    public int Find(int position)
    {
        uint[] ends = _ends;
        int stretch = _buckets[position >> BucketBits];
        while (ends[stretch] <= (uint)position)
            stretch++;
        return stretch;
    }

    /// <summary>
    /// Counts ascending positions by stretch: the stretches ascending, and how many of the positions lie in each. Both
    /// targets have room for all positions; returns how many stretches there are. All are looked up first, so that the
    /// loads, most of them far from one another, do not wait for what follows from them.
    /// </summary>
    public int CountByStretch(ReadOnlySpan<int> positions, Span<int> stretches, Span<int> counts)
    {
        stretches = stretches[..positions.Length];
        counts = counts[..positions.Length];
        FindAll(positions, stretches);
        return RunLengths.Of(stretches, counts);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FindAll(ReadOnlySpan<int> positions, Span<int> stretches)
    {
        int[] buckets = _buckets;
        ref uint ends = ref MemoryMarshal.GetArrayDataReference(_ends);
        for (int i = 0; i < positions.Length; i++)
        {
            Vector512<uint> position = Vector512.Create((uint)positions[i]);
            int stretch = buckets[positions[i] >> BucketBits];
            int passed;
            do
            {
                // The highest number behind the last end stops it inside the array.
                Vector512<uint> lanes = Vector512.LoadUnsafe(ref ends, (nuint)stretch);
                passed = BitOperations.PopCount(Vector512.LessThanOrEqual(lanes, position).ExtractMostSignificantBits());
                stretch += passed;
            }
            while (passed == Lanes);
            stretches[i] = stretch;
        }
    }

    /// <summary>Takes documents in the order in which they lie in the segment.</summary>
    internal sealed class Builder
    {
        private readonly List<uint> _ends = [];
        private readonly List<int> _documents = [];
        private readonly List<byte> _places = [];
        private readonly List<int> _firsts = [0];
        private readonly ParagraphTable _paragraphs = new();
        private uint _last;

        /// <summary>Adds a document of a content; false when its tables contradict one another.</summary>
        public bool Add(ISegmentContent content, int document)
        {
            uint length = content.FirstPositions[document + 1] - content.FirstPositions[document];
            content.ReadParagraphs(document, _paragraphs);
            ReadOnlySpan<byte> kinds = _paragraphs.Kinds;
            ReadOnlySpan<uint> positions = _paragraphs.Positions;
            uint begin = _last;
            for (int p = 0; p < kinds.Length; p++)
            {
                byte place = PlaceOf(kinds[p]);
                if (place > RoleMask.Title)
                    return false;
                _last = begin + positions[p + 1] - positions[0];
                if (p > 0 && _places[^1] == place)
                    _ends[^1] = _last;
                else
                    Add(place);
            }

            if (kinds.Length == 0)
            {
                // A document without paragraphs takes a position too.
                _last++;
                Add(RoleMask.Title);
            }

            _firsts.Add(_ends.Count);
            return _last - begin == length;
        }

        public PlaceTable Build() => new([.. _ends, .. Enumerable.Repeat(uint.MaxValue, Lanes)], [.. _documents], [.. _places], [.. _firsts]);

        private void Add(byte place)
        {
            _documents.Add(_firsts.Count - 1);
            _places.Add(place);
            _ends.Add(_last);
        }

        private static byte PlaceOf(byte kind) =>
            ParagraphKind.ZoneOf(kind) == Zone.Title ? (byte)RoleMask.Title : (byte)ParagraphKind.RoleOf(kind);
    }
}
