using SearchEngine.Ingest.Store;
using SearchEngine.Reports.Catalogue;
using SearchEngine.Reports.Model;

namespace SearchEngine.Ingest.Stages;

/// <summary>
/// Makes the catalogue again from the archive alone, in one transaction: readers see the old one until the new one is
/// whole, and a kill leaves the old one.
/// </summary>
internal sealed class RebuildStage(StoreFolder store, CatalogueWriter catalogue, IProgress<StageProgress>? progress)
{
    public CleanSummary Run(CancellationToken cancellation)
    {
        catalogue.Begin();
        catalogue.Clear();
        int read = 0;
        foreach ((Capture capture, string? fileName, bool revisit) in new ArchiveSource(store.Archive).All())
        {
            cancellation.ThrowIfCancellationRequested();
            catalogue.AddCapture(capture, fileName, revisit);
            progress?.Report(new StageProgress("读归档", ++read, 0, fileName ?? capture.Url));
        }

        CleanSummary summary = new CleanStage(store, catalogue, progress).Run(cancellation, insideTransaction: true);
        catalogue.Commit();
        return summary;
    }
}
