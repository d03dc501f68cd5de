using System.Runtime.ExceptionServices;
using SearchEngine.Index.Reading;
using SearchEngine.Index.Schema;
using SearchEngine.Index.Store;

namespace SearchEngine.Index.Search;

/// <summary>Keeps the best hits of a search, as many as were asked for.</summary>
internal sealed class HitCollector
{
    private readonly IReadOnlyList<SortKey> _keys;
    private readonly int[] _fields;
    private readonly bool[] _areNumbers;
    private readonly long _wanted;
    private readonly Comparison<Candidate> _comparison;
    private readonly List<Candidate> _candidates = [];

    public HitCollector(IndexSchema schema, IndexRequest request)
    {
        _keys = request.Sort.Count > 0 ? request.Sort : [new SortKey(SortBy.Score, Descending: true)];
        _fields = [.. _keys.Select(key => key.By == SortBy.Field ? SchemaRules.FieldOf(schema, key.Field ?? "") : -1)];
        _areNumbers = [.. _fields.Select(field => field >= 0 && schema.Fields[field].Kind == FieldKind.Number)];
        if (_fields.Any(field => field >= 0 && schema.Fields[field].Kind == FieldKind.Keywords))
            throw new ArgumentException("A field of several values has no order.", nameof(request));
        _wanted = (long)request.From + request.Limit;
        _comparison = Compare;
    }

    public void Add(SnapshotSegment segment, int document, double score, long occurrences)
    {
        if (_wanted == 0)
            return;
        object?[] values = new object?[_keys.Count];
        for (int i = 0; i < values.Length; i++)
            values[i] = ValueOf(i, segment.Reader, document);
        _candidates.Add(new Candidate(segment, document, score, occurrences, values));
        // Sorting twice as many as wanted now and then costs a logarithm and no more memory than that.
        if (_candidates.Count < (2 * _wanted) + 1_024)
            return;
        Sort();
        _candidates.RemoveRange((int)_wanted, _candidates.Count - (int)_wanted);
    }

    /// <summary>The hits of the page asked for, in order.</summary>
    public IReadOnlyList<Candidate> Take(int from, int limit)
    {
        Sort();
        return [.. _candidates.Skip(from).Take(limit)];
    }

    private void Sort()
    {
        try
        {
            _candidates.Sort(_comparison);
        }
        catch (InvalidOperationException e) when (e.InnerException is CorruptIndexException damage)
        {
            // Sorting wraps what a comparison throws; the caller is promised the damage itself.
            ExceptionDispatchInfo.Throw(damage);
        }
    }

    private object? ValueOf(int key, SegmentReader reader, int document)
    {
        if (_fields[key] < 0)
            return null;
        if (_areNumbers[key])
            return reader.TryNumber(_fields[key], document, out long number) ? number : null;
        ReadOnlySpan<uint> ordinals = reader.Values.Ordinals(_fields[key], document);
        return ordinals.IsEmpty ? null : reader.Values.Term(_fields[key], (int)ordinals[0]);
    }

    private int Compare(Candidate left, Candidate right)
    {
        for (int i = 0; i < _keys.Count; i++)
        {
            int order = _keys[i].By switch
            {
                SortBy.Score => left.Score.CompareTo(right.Score),
                SortBy.Occurrences => left.Occurrences.CompareTo(right.Occurrences),
                _ => CompareValues(left.Values[i], right.Values[i], _keys[i].Descending),
            };
            if (order != 0)
                return _keys[i].Descending ? -order : order;
        }

        int byScore = right.Score.CompareTo(left.Score);
        return byScore != 0 ? byScore : string.CompareOrdinal(left.Id, right.Id);
    }

    /// <summary>Ascending; a missing value is turned so that it comes last in either direction.</summary>
    private static int CompareValues(object? left, object? right, bool descending) => (left, right) switch
    {
        (null, null) => 0,
        (null, _) => descending ? -1 : 1,
        (_, null) => descending ? 1 : -1,
        (long a, long b) => a.CompareTo(b),
        _ => string.CompareOrdinal((string)left, (string)right),
    };

    /// <summary>A document that may be a hit of the page.</summary>
    internal sealed record Candidate(
        SnapshotSegment Segment, int Document, double Score, long Occurrences, object?[] Values)
    {
        public string Id => Segment.Reader.Id(Document);
    }
}
