using SearchEngine.Analysis;
using SearchEngine.Index.Indexing;
using SearchEngine.Index.Store;
using SearchEngine.Reports.Catalogue;
using SearchEngine.Search.Answers;
using SearchEngine.Search.Requests;
using SearchEngine.Search.Schema;
using SearchEngine.Search.Service;

namespace SearchEngine.Search.Tests;

/// <summary>An index of a few reports in memory, and a service over it.</summary>
internal sealed class TestIndex : IDisposable
{
    private readonly IndexWriter writer;

    private TestIndex(TimeProvider? time)
    {
        writer = IndexWriter.Open(Directory, new ChineseAnalyzer(), ReportSchema.Index);
        Service = new SearchService(Directory, SearchLimits.CommandLine, time);
    }

    public RamDirectory Directory { get; } = new();

    public SearchService Service { get; }

    public static TestIndex Of(params IEnumerable<StoredReport> reports) => Of(null, reports);

    public static TestIndex Of(TimeProvider? time, IEnumerable<StoredReport> reports)
    {
        TestIndex index = new(time);
        index.Commit(reports);
        return index;
    }

    public void Commit(params IEnumerable<StoredReport> reports)
    {
        foreach (StoredReport report in reports)
            writer.Add(ReportDocuments.From(report));
        writer.Commit();
    }

    public SearchAnswer Search(string query) => Search(new SearchRequest { Query = query, Limit = 1_000 });

    public SearchAnswer Search(SearchRequest request) => Service.Search(request, TestContext.Current.CancellationToken);

    /// <summary>Ids of the hits, ascending.</summary>
    public string[] Ids(string query) => [.. Search(query).Hits.Select(hit => hit.Id).Order(StringComparer.Ordinal)];

    public void Dispose()
    {
        Service.Dispose();
        writer.Dispose();
    }
}
