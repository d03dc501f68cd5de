using SearchEngine.Archive.Packaging;
using SearchEngine.Archive.Writing;
using SearchEngine.Ingest.Store;
using SearchEngine.Reports.Catalogue;
using SearchEngine.Reports.Model;

namespace SearchEngine.Ingest.Export;

/// <summary>The archive as others take it over: one package, or a list of digests to check the files by.</summary>
public static class ArchiveExport
{
    /// <summary>Writes a WACZ file; what the package lists as pages are the store's reports.</summary>
    /// <returns>Captures in the package.</returns>
    /// <exception cref="StoreBusyException">Another process writes to the store.</exception>
    public static int Wacz(StoreFolder store, string file, IProgress<StageProgress>? progress, CancellationToken cancellation)
    {
        using StoreLock held = FinishedArchive(store);
        int captures = 0;
        OutputFile.Write(file, stream =>
            captures = WaczPackage.Write(
                store.Archive, stream, "地方政府年度报告", Pages(store), new Files(progress), cancellation));
        return captures;
    }

    /// <summary>Writes the SHA-256 of every archive file, with names as they are seen from the store's folder.</summary>
    /// <returns>Files listed.</returns>
    /// <exception cref="StoreBusyException">Another process writes to the store.</exception>
    public static int Manifest(StoreFolder store, string file, CancellationToken cancellation)
    {
        using StoreLock held = FinishedArchive(store);
        int files = 0;
        OutputFile.Write(file, stream =>
        {
            using var lines = new StreamWriter(stream, leaveOpen: true);
            files = FixityManifest.Write(store.Archive, Path.GetFileName(store.Archive) + "/", lines, cancellation);
        });
        return files;
    }

    // A file that a killed writer left open would be missing from the package; opening for writing finishes it.
    private static StoreLock FinishedArchive(StoreFolder store)
    {
        StoreLock held = StoreLock.Take(store);
        try
        {
            WarcWriter.Open(store.Archive).Dispose();
            return held;
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    private static IEnumerable<WaczPage> Pages(StoreFolder store) => new CatalogueListing(store.Catalogue).Captures()
        .Where(held => held is { Kind: PageKind.Report, PageId: not null, Capture.Status: 0 or 200 })
        .Select(held => new WaczPage(held.Capture.Url, held.Capture.FetchedAt, held.Title, held.PageId!));

    private sealed class Files(IProgress<StageProgress>? progress) : IProgress<string>
    {
        private long _done;

        public void Report(string value) => progress?.Report(new StageProgress("打包", ++_done, 0, value));
    }
}
