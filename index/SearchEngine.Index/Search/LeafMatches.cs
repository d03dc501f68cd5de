using System.Buffers;
using SearchEngine.Index.Codec;
using SearchEngine.Index.Reading;

namespace SearchEngine.Index.Search;

/// <summary>
/// Where a leaf occurs in a segment: occurrences by stretch, stretches ascending, deleted documents among them. Memory
/// is borrowed until <see cref="Dispose"/>.
/// </summary>
internal sealed class LeafMatches(PlaceTable? places) : IDisposable
{
    /// <summary>Entries up to this share of the documents are listed.</summary>
    private const int ListShare = 2;

    private int[] _stretches = [];
    private int[] _counts = [];
    private int[] _numbers = [];
    private DocumentSet? _documents;

    /// <summary>No matches at all.</summary>
    public static LeafMatches None => new(null);

    public int Count { get; private set; }

    /// <summary>True when nothing outside the documents that were asked for is among them.</summary>
    public bool IsWithin { get; init; }

    public ReadOnlySpan<int> Stretches => _stretches.AsSpan(0, Count);

    /// <summary>Occurrences in each of <see cref="Stretches"/>, at least 1.</summary>
    public ReadOnlySpan<int> Counts => _counts.AsSpan(0, Count);

    /// <summary>Makes room for entries and lets them be written; <see cref="Keep(int)"/> says how many were.</summary>
    public void Reserve(int length, out Span<int> stretches, out Span<int> counts)
    {
        if (Math.Min(_stretches.Length, _counts.Length) < length)
        {
            int[] moreStretches = ArrayPool<int>.Shared.Rent(length);
            int[] moreCounts = ArrayPool<int>.Shared.Rent(length);
            Stretches.CopyTo(moreStretches);
            Counts.CopyTo(moreCounts);
            Return();
            (_stretches, _counts) = (moreStretches, moreCounts);
        }

        stretches = _stretches;
        counts = _counts;
    }

    public void Keep(int count) => Count = count;

    /// <summary>
    /// The same, with the documents that the entries lie in. <paramref name="owners"/>: for each entry the place of its
    /// document among <paramref name="documents"/>.
    /// </summary>
    public void Keep(ReadOnlySpan<int> owners, ReadOnlySpan<int> documents, int size)
    {
        Count = owners.Length;
        _numbers = ArrayPool<int>.Shared.Rent(Count);
        int length = 0;
        int last = -1;
        foreach (int owner in owners)
        {
            _numbers[length] = documents[owner];
            length += owner != last ? 1 : 0;
            last = owner;
        }

        _documents = new DocumentSet(_numbers, length, size);
    }

    /// <summary>Adds occurrences to a stretch that is not before the last one.</summary>
    public void Add(int stretch, int count)
    {
        if (Count > 0 && _stretches[Count - 1] == stretch)
        {
            _counts[Count - 1] += count;
            return;
        }

        if (Count == Math.Min(_stretches.Length, _counts.Length))
            Reserve(Math.Max(16, 2 * Count), out _, out _);
        (_stretches[Count], _counts[Count]) = (stretch, count);
        Count++;
    }

    /// <summary>Documents with an occurrence; of no use after <see cref="Dispose"/>. <paramref name="size"/>: the
    /// segment's documents.</summary>
    public DocumentSet DocumentsOf(int size) =>
        _documents ??= Count <= size / ListShare ? List(size) : new DocumentSet(Gather(size, RoleMask.All));

    /// <summary>Documents with an occurrence under a mask. Not to be changed.</summary>
    public BitSet ToBits(int size, ulong mask) => mask == RoleMask.All ? DocumentsOf(size).Bits : Gather(size, mask);

    /// <summary>Adds the documents with an occurrence under a mask to a set.</summary>
    public void AddTo(BitSet bits, ulong mask)
    {
        if (places is null)
            return;
        ReadOnlySpan<int> ofStretch = places.Documents;
        ReadOnlySpan<int> stretches = Stretches;
        if (mask == RoleMask.All)
        {
            int ahead = Fetch.AheadOf(stretches.Length, ofStretch.Length);
            for (int i = 0; i < stretches.Length; i++)
            {
                if (i + ahead < stretches.Length)
                    Fetch.Line(ofStretch, stretches[i + ahead]);
                bits.Add(ofStretch[stretches[i]]);
            }

            return;
        }

        ReadOnlySpan<byte> roles = places.Places;
        foreach (int stretch in stretches)
        {
            if ((mask >> roles[stretch] & 1) != 0)
                bits.Add(ofStretch[stretch]);
        }
    }

    /// <summary>The first entry of a document, and the one behind its last.</summary>
    public (int First, int End) EntriesOf(int document, PlaceTable table)
    {
        int first = Gallop.To(Stretches, 0, table.FirstOfDocument[document]);
        return (first, Gallop.To(Stretches, first, table.FirstOfDocument[document + 1]));
    }

    /// <summary>Occurrences of entries under a mask, those in titles so many times.</summary>
    public long FrequencyOf(int first, int end, ulong mask, int titleWeight)
    {
        long frequency = 0;
        for (int entry = first; entry < end; entry++)
        {
            byte place = places!.Places[_stretches[entry]];
            long count = (mask >> place & 1) != 0 ? _counts[entry] : 0;
            frequency += place == RoleMask.Title ? titleWeight * count : count;
        }

        return frequency;
    }

    public void Dispose()
    {
        Return();
        if (_numbers.Length > 0)
            ArrayPool<int>.Shared.Return(_numbers);
        (_stretches, _counts, Count, _numbers, _documents) = ([], [], 0, [], null);
    }

    private DocumentSet List(int size)
    {
        if (places is null || Count == 0)
            return new DocumentSet([], 0, size);
        _numbers = ArrayPool<int>.Shared.Rent(Count);
        ReadOnlySpan<int> ofStretch = places.Documents;
        ReadOnlySpan<int> stretches = Stretches;
        int ahead = Fetch.AheadOf(stretches.Length, ofStretch.Length);
        int length = 0;
        int last = -1;
        for (int i = 0; i < stretches.Length; i++)
        {
            if (i + ahead < stretches.Length)
                Fetch.Line(ofStretch, stretches[i + ahead]);
            int document = ofStretch[stretches[i]];
            _numbers[length] = document;
            length += document != last ? 1 : 0;
            last = document;
        }

        return new DocumentSet(_numbers, length, size);
    }

    private BitSet Gather(int size, ulong mask)
    {
        BitSet bits = new(size);
        AddTo(bits, mask);
        return bits;
    }

    private void Return()
    {
        if (_stretches.Length > 0)
            ArrayPool<int>.Shared.Return(_stretches);
        if (_counts.Length > 0)
            ArrayPool<int>.Shared.Return(_counts);
    }
}
