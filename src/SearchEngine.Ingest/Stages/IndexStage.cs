using System.Globalization;
using SearchEngine.Analysis;
using SearchEngine.Index.Indexing;
using SearchEngine.Index.Query;
using SearchEngine.Index.Reading;
using SearchEngine.Index.Search;
using SearchEngine.Index.Store;
using SearchEngine.Ingest.Store;
using SearchEngine.Reports.Catalogue;
using SearchEngine.Search.Schema;

namespace SearchEngine.Ingest.Stages;

/// <summary>
/// Brings the index up to the catalogue. Each commit of the index carries the catalogue's epoch and the revision it has
/// caught up with, so a run that was killed goes on where its last commit ended.
/// </summary>
internal sealed class IndexStage(StoreFolder store, CatalogueWriter catalogue, IProgress<StageProgress>? progress)
{
    private const string EpochKey = "epoch";
    private const string RevisionKey = "revision";

    // Often enough that a kill costs seconds of work, seldom enough that segments stay large.
    private const int ChangesPerCommit = 20_000;

    // Reading the catalogue and writing segments go side by side.
    private static readonly IndexWriterOptions Options = new() { Threads = Math.Min(2, Environment.ProcessorCount) };

    public IndexSummary Run(CancellationToken cancellation)
    {
        var directory = new FileSystemDirectory(store.Index);
        var analyzer = new ChineseAnalyzer();
        using IndexWriter writer = IndexWriter.Open(directory, analyzer, ReportSchema.Index, Options);
        long since = Resume(writer, directory, analyzer);
        int total = catalogue.CountChangesSince(since);
        int added = 0, removed = 0, done = 0;
        foreach (IndexChange change in catalogue.ChangesSince(since))
        {
            cancellation.ThrowIfCancellationRequested();
            if (change.Report is { } report)
            {
                writer.Add(ReportDocuments.From(report));
                added++;
            }
            else
            {
                writer.Delete(change.Id);
                removed++;
            }

            progress?.Report(new StageProgress("索引", ++done, total, change.Report?.Report.Title ?? ""));

            // One revision may touch several pages: a commit in the middle must not claim all of it.
            if (done % ChangesPerCommit == 0)
                Commit(writer, change.Revision - 1);
        }

        Commit(writer, catalogue.Revision);
        using IndexReader reader = IndexReader.Open(directory, analyzer);
        return new IndexSummary(added, removed, reader.DocumentCount);
    }

    private void Commit(IndexWriter writer, long revision) => writer.Commit(new Dictionary<string, string>
    {
        [EpochKey] = catalogue.Epoch.ToString(CultureInfo.InvariantCulture),
        [RevisionKey] = revision.ToString(CultureInfo.InvariantCulture),
    });

    // An index of another epoch knows nothing of this catalogue: everything is added again, and what it holds beyond that leaves.
    private long Resume(IndexWriter writer, FileSystemDirectory directory, ChineseAnalyzer analyzer)
    {
        IReadOnlyDictionary<string, string> data = writer.CommittedUserData;
        string epoch = catalogue.Epoch.ToString(CultureInfo.InvariantCulture);
        if (data.GetValueOrDefault(EpochKey) == epoch)
            return long.Parse(data[RevisionKey], CultureInfo.InvariantCulture);
        using IndexReader reader = IndexReader.Open(directory, analyzer);
        var everything = new IndexRequest { Query = new AllQuery(), Limit = reader.DocumentCount };
        foreach (IndexHit hit in new Searcher(reader).Search(everything).Hits)
            writer.Delete(hit.Id);
        return 0;
    }
}

/// <summary>What the index stage did.</summary>
/// <param name="Added">Reports added or replaced.</param>
/// <param name="Removed">Pages that are no longer, or never were, in the index.</param>
/// <param name="Held">Reports in the index now.</param>
public sealed record IndexSummary(int Added, int Removed, int Held);
