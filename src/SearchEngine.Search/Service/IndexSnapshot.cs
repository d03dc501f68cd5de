using System.Collections.Concurrent;
using SearchEngine.Evidence.Topics;
using SearchEngine.Index.Pruning;
using SearchEngine.Index.Query;
using SearchEngine.Index.Reading;
using SearchEngine.Index.Search;
using SearchEngine.Reports.Regions;
using SearchEngine.Search.Language;

namespace SearchEngine.Search.Service;

/// <summary>
/// One commit of the index, shared by the searches that began on it and closed when the last of them has ended. The
/// creator holds the first reference.
/// </summary>
internal sealed class IndexSnapshot
{
    private readonly IndexReader reader;
    private readonly ConcurrentDictionary<string, IReadOnlyList<string>> held = new();
    private int references = 1;

    public IndexSnapshot(IndexReader reader)
    {
        this.reader = reader;
        Searcher = new Searcher(reader);
        Top = new TopSearcher(Searcher);
        Vocabulary = new QueryVocabulary(RegionTable.Default, TopicTable.Default, Held);
    }

    public Searcher Searcher { get; }

    /// <summary>For who wants the best hits and no counts.</summary>
    public TopSearcher Top { get; }

    /// <summary>The shipped names and those that this commit holds.</summary>
    public QueryVocabulary Vocabulary { get; }

    /// <summary>The newer commit, or null while this is the last one.</summary>
    public IndexReader? OpenNewer() => reader.OpenIfChanged();

    /// <summary>Only for who knows that the snapshot is not closed: under the source's lock.</summary>
    public void AddReference() => Interlocked.Increment(ref references);

    public void Release()
    {
        if (Interlocked.Decrement(ref references) == 0)
            reader.Dispose();
    }

    private IReadOnlyList<string> Held(string field) => held.GetOrAdd(field, ReadHeld);

    private IReadOnlyList<string> ReadHeld(string field)
    {
        IndexRequest every = new() { Query = new AllQuery(), Facets = [field], Limit = 0 };
        return [.. Searcher.Search(every).Facets[0].Values.Select(value => value.Value).OfType<string>()];
    }
}
