using SearchEngine.Index.Analysis;
using SearchEngine.Index.Facets;
using SearchEngine.Index.Query;
using SearchEngine.Index.Schema;
using SearchEngine.Index.Search;
using SearchEngine.Index.Store;

namespace SearchEngine.Index.Reading;

/// <summary>
/// A snapshot of an index: the state of one commit, or of a writer at one moment, whatever the writer does meanwhile.
/// May be used from several threads. A search that runs while the reader is disposed of ends normally; the files are
/// unmapped behind it.
/// </summary>
public sealed class IndexReader : IDisposable
{
    private readonly IDirectory _directory;
    private readonly CommitPoint _commit;
    private readonly FacetTable?[] _facets;
    private readonly Bm25[] _bm25;
    private readonly double[]?[][] _norms;
    private int _references = 1;
    private int _disposed;

    private IndexReader(IDirectory directory, IAnalyzer analyzer, CommitPoint commit, IReadOnlyList<SnapshotSegment> segments)
    {
        _directory = directory;
        _commit = commit;
        Analyzer = analyzer;
        Segments = segments;
        _facets = new FacetTable?[commit.Schema.Fields.Count];
        foreach (SnapshotSegment segment in segments)
        {
            TotalLength += segment.LiveLength;
            DocumentCount += segment.Live.Count;
        }

        double averageLength = (double)TotalLength / Math.Max(1, DocumentCount);
        _bm25 = [.. Enum.GetValues<Grain>().Select(grain =>
            new Bm25(DocumentCount, averageLength, Bm25Parameters.Of(grain)))];
        _norms = [.. _bm25.Select(_ => new double[]?[segments.Count])];
    }

    /// <summary>
    /// Number of the commit, ascending from commit to commit; of a writer's snapshot that of the last commit before it.
    /// </summary>
    public long Generation => _commit.Generation;

    /// <summary>Documents in the snapshot.</summary>
    public int DocumentCount { get; }

    /// <summary>What the writer gave along with the commit.</summary>
    public IReadOnlyDictionary<string, string> UserData => _commit.UserData;

    public IndexSchema Schema => _commit.Schema;

    public IAnalyzer Analyzer { get; }

    internal IReadOnlyList<SnapshotSegment> Segments { get; }

    /// <summary>Sum of the live documents' lengths in units.</summary>
    internal long TotalLength { get; }

    /// <summary>The score of a grain over this snapshot.</summary>
    internal Bm25 Bm25(Grain grain) => _bm25[(int)grain];

    /// <summary>The norm of each document of a segment for a grain; made when it is first asked for. Two threads may
    /// both make it.</summary>
    internal double[] Norms(int segment, Grain grain)
    {
        if (_norms[(int)grain][segment] is { } made)
            return made;
        Bm25 bm25 = Bm25(grain);
        ReadOnlySpan<uint> lengths = Segments[segment].Reader.Lengths;
        double[] norms = new double[lengths.Length];
        for (int document = 0; document < norms.Length; document++)
            norms[document] = bm25.Norm(lengths[document]);
        return _norms[(int)grain][segment] = norms;
    }

    /// <summary>
    /// Opens the last commit. <see cref="FileNotFoundException"/> when the directory holds no index,
    /// <see cref="CorruptIndexException"/> when it is damaged (never an older commit instead),
    /// <see cref="IndexFormatException"/> when it is of another version or analysis.
    /// </summary>
    public static IndexReader Open(IDirectory directory, IAnalyzer analyzer)
    {
        while (true)
        {
            long newest = Newest(directory);
            try
            {
                return Open(directory, analyzer, newest, []);
            }
            catch (FileNotFoundException e)
            {
                // A writer may have committed twice meanwhile and deleted what this commit names: then there is a
                // newer one.
                if (Newest(directory) == newest)
                    throw new CorruptIndexException(e.FileName ?? CommitFile.NameOf(newest), -1, "a file", "none");
            }
        }
    }

    /// <summary>A snapshot of a writer's segments, which it shares.</summary>
    internal static IndexReader Of(
        IDirectory directory, IAnalyzer analyzer, CommitPoint last, IReadOnlyList<(SegmentReader Reader, LiveDocs Live)> segments)
    {
        List<SnapshotSegment> shared = [];
        int first = 0;
        foreach ((SegmentReader reader, LiveDocs live) in segments)
        {
            reader.AddReference();
            shared.Add(new SnapshotSegment(reader, live, first));
            first += live.Documents;
        }

        return new IndexReader(directory, analyzer, last, shared);
    }

    /// <summary>A snapshot of a newer commit, or null when there is none. Segments in both are shared. Costs one
    /// listing.</summary>
    public IndexReader? OpenIfChanged()
    {
        using Lease lease = Acquire();
        long newest = Newest(_directory);
        if (newest == Generation)
            return null;
        try
        {
            return Open(_directory, Analyzer, newest, Segments);
        }
        catch (FileNotFoundException)
        {
            return Open(_directory, Analyzer);
        }
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
            Release();
    }

    /// <summary>The values of a field; made when it is first asked for, under a lease.</summary>
    internal FacetTable Facet(int field) => _facets[field] ??= new FacetTable(Segments, Schema, field);

    /// <summary>The number of a document's segment, and the document's own number there.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The snapshot has no such document, or it is deleted.</exception>
    internal (int Segment, int Local) Locate(int document)
    {
        for (int number = 0; number < Segments.Count; number++)
        {
            int local = document - Segments[number].FirstDocument;
            LiveDocs live = Segments[number].Live;
            if (local >= 0 && local < live.Documents && live[local])
                return (number, local);
        }

        throw new ArgumentOutOfRangeException(nameof(document), document, "The snapshot has no such document.");
    }

    /// <summary>Keeps the snapshot's files mapped until the result is disposed of.</summary>
    internal Lease Acquire()
    {
        // Adding to a count that has reached 0 would revive files that are being unmapped.
        for (int seen = Volatile.Read(ref _references); seen > 0; seen = Volatile.Read(ref _references))
        {
            if (Interlocked.CompareExchange(ref _references, seen + 1, seen) == seen)
                return new Lease(this);
        }

        throw new ObjectDisposedException(nameof(IndexReader));
    }

    private static long Newest(IDirectory directory)
    {
        IReadOnlyList<long> generations = CommitFile.Generations(directory);
        return generations.Count > 0 ? generations[0] : throw new FileNotFoundException("There is no index here.");
    }

    private static IndexReader Open(
        IDirectory directory, IAnalyzer analyzer, long generation, IReadOnlyList<SnapshotSegment> known)
    {
        CommitPoint commit = CommitFile.Read(directory, generation);
        if (commit.Analyzer != analyzer.Name)
            throw new IndexFormatException(CommitFile.NameOf(generation), $"analysis {analyzer.Name}", commit.Analyzer);
        List<SnapshotSegment> segments = [];
        try
        {
            int first = 0;
            foreach (SegmentEntry entry in commit.Segments)
            {
                SegmentReader? shared = known.FirstOrDefault(segment => segment.Reader.Entry.Id == entry.Id)?.Reader;
                shared?.AddReference();
                SegmentReader reader = shared ?? SegmentReader.Open(directory, entry, commit.Schema);
                try
                {
                    segments.Add(new SnapshotSegment(reader, LiveDocs.Read(directory, entry), first));
                }
                catch
                {
                    reader.Release();
                    throw;
                }

                first += entry.Documents;
            }
        }
        catch
        {
            segments.ForEach(segment => segment.Reader.Release());
            throw;
        }

        return new IndexReader(directory, analyzer, commit, segments);
    }

    private void Release()
    {
        if (Interlocked.Decrement(ref _references) > 0)
            return;
        foreach (SnapshotSegment segment in Segments)
            segment.Reader.Release();
    }

    /// <summary>A use of the snapshot.</summary>
    internal readonly struct Lease(IndexReader reader) : IDisposable
    {
        public void Dispose() => reader.Release();
    }
}
