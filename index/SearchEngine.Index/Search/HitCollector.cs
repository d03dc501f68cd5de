using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using SearchEngine.Index.Reading;
using SearchEngine.Index.Schema;
using SearchEngine.Index.Store;

namespace SearchEngine.Index.Search;

/// <summary>Keeps the best hits of a search, as many as were asked for, in a heap with the worst of them on top.</summary>
internal sealed class HitCollector
{
    private readonly IndexReader _reader;
    private readonly IReadOnlyList<SortKey> _keys;
    private readonly int[] _fields;
    private readonly long _wanted;
    private readonly bool _byScore;
    private readonly Candidate? _after;
    private readonly List<Candidate> _heap = [];

    public HitCollector(IndexReader reader, IndexRequest request)
    {
        _reader = reader;
        _keys = request.Sort.Count > 0 ? request.Sort : [new SortKey(SortBy.Score, Descending: true)];
        _fields = [.. _keys.Select(key => key.By == SortBy.Field ? SchemaRules.FieldOf(reader.Schema, key.Field ?? "") : -1)];
        if (_fields.Any(field => field >= 0 && reader.Schema.Fields[field].Kind == FieldKind.Keywords))
            throw new ArgumentException("A field of several values has no order.", nameof(request));
        _wanted = (long)request.From + request.Limit;
        _byScore = IsByScore(_keys);
        _after = request.After is { } hit ? CandidateOf(hit) : null;
    }

    /// <summary>True when the best score comes first.</summary>
    public static bool IsByScore(IReadOnlyList<SortKey> keys) => keys is [] or [{ By: SortBy.Score, Descending: true }, ..];

    /// <summary>
    /// True when a leaf's hit with this weight, frequency and norm is below every hit that is kept: looked at without a
    /// division, and only by a margin that is greater than any rounding.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsBeaten(double weight, long frequency, double norm, double gain) =>
        _byScore && _heap.Count == _wanted && _wanted > 0
        && weight * frequency * (gain * Bm25.Margin) < _heap[0].Score * (frequency + norm);

    /// <summary>A hit with a lower score is none of those that are kept.</summary>
    public double LeastScore => _byScore && _heap.Count == _wanted && _wanted > 0 ? _heap[0].Score : double.NegativeInfinity;

    /// <summary>Offers a hit. <paramref name="segment"/>: its segment's number in the snapshot.</summary>
    public void Add(int segment, int document, double score, long occurrences)
    {
        if (_after is { } after && Compare(new Candidate(segment, document, score, occurrences), after) <= 0)
            return;
        if (_heap.Count == _wanted)
        {
            if (_wanted == 0 || (_byScore && score < _heap[0].Score))
                return;
            Candidate better = new(segment, document, score, occurrences);
            if (Compare(better, _heap[0]) < 0)
                SiftDown(better);
            return;
        }

        _heap.Add(new Candidate(segment, document, score, occurrences));
        SiftUp(_heap.Count - 1);
    }

    /// <summary>The hits of the page asked for, in order.</summary>
    public IReadOnlyList<Candidate> Take(int from, int limit)
    {
        try
        {
            _heap.Sort(Compare);
        }
        catch (InvalidOperationException e) when (e.InnerException is CorruptIndexException damage)
        {
            // Sorting wraps what a comparison throws; the caller is promised the damage itself.
            ExceptionDispatchInfo.Throw(damage);
        }

        return [.. _heap.Skip(from).Take(limit)];
    }

    private Candidate CandidateOf(IndexHit hit)
    {
        (int segment, int document) = _reader.Locate(hit.Document);
        return new Candidate(segment, document, hit.Score, hit.Occurrences);
    }

    private void SiftUp(int at)
    {
        Candidate candidate = _heap[at];
        while (at > 0 && Compare(candidate, _heap[(at - 1) / 2]) > 0)
        {
            _heap[at] = _heap[(at - 1) / 2];
            at = (at - 1) / 2;
        }

        _heap[at] = candidate;
    }

    /// <summary>Puts a candidate in the place of the worst one.</summary>
    private void SiftDown(Candidate candidate)
    {
        int at = 0;
        for (int child = 1; child < _heap.Count; child = (2 * at) + 1)
        {
            if (child + 1 < _heap.Count && Compare(_heap[child + 1], _heap[child]) > 0)
                child++;
            if (Compare(_heap[child], candidate) <= 0)
                break;
            _heap[at] = _heap[child];
            at = child;
        }

        _heap[at] = candidate;
    }

    /// <summary>Below 0 when the left one comes first.</summary>
    private int Compare(Candidate left, Candidate right)
    {
        for (int i = 0; i < _keys.Count; i++)
        {
            int order = _keys[i].By switch
            {
                SortBy.Score => left.Score.CompareTo(right.Score),
                SortBy.Occurrences => left.Occurrences.CompareTo(right.Occurrences),
                _ => CompareValues(ValueOf(_fields[i], left), ValueOf(_fields[i], right), _keys[i].Descending),
            };
            if (order != 0)
                return _keys[i].Descending ? -order : order;
        }

        int byScore = right.Score.CompareTo(left.Score);
        return byScore != 0 ? byScore : CompareIds(left, right);
    }

    private int CompareIds(in Candidate left, in Candidate right)
    {
        SegmentReader reader = _reader.Segments[left.Segment].Reader;
        return left.Segment == right.Segment
            ? reader.IdRanks[left.Document].CompareTo(reader.IdRanks[right.Document])
            : string.CompareOrdinal(
                reader.Id(left.Document), _reader.Segments[right.Segment].Reader.Id(right.Document));
    }

    /// <summary>A number, or a string's place among all of the snapshot; null when missing.</summary>
    private long? ValueOf(int field, in Candidate candidate)
    {
        FieldColumn column = _reader.Segments[candidate.Segment].Reader.Column(field);
        int ordinal = column.Of(candidate.Document)[0];
        if (ordinal == column.Missing)
            return null;
        return column.Numbers is { } numbers
            ? numbers[ordinal]
            : _reader.Facet(field).PlaceOf(candidate.Segment, ordinal);
    }

    /// <summary>Ascending; a missing value is turned so that it comes last in either direction.</summary>
    private static int CompareValues(long? left, long? right, bool descending) => (left, right) switch
    {
        (null, null) => 0,
        (null, _) => descending ? -1 : 1,
        (_, null) => descending ? 1 : -1,
        _ => left.Value.CompareTo(right.Value),
    };

    /// <summary>A document that may be a hit of the page.</summary>
    internal readonly record struct Candidate(int Segment, int Document, double Score, long Occurrences);
}
