using SearchEngine.Archive.Writing;
using SearchEngine.Crawler;
using SearchEngine.Ingest.Stages;
using SearchEngine.Ingest.Store;
using SearchEngine.Reports.Catalogue;

namespace SearchEngine.Ingest;

/// <summary>
/// The only place that composes the stages: crawl or import → archive → clean → catalogue → index. Every stage reads what
/// the one before it wrote, each can be run again, and a run that was killed goes on where it ended.
/// </summary>
public sealed class IngestPipeline : IDisposable
{
    private readonly StoreFolder _store;
    private readonly StoreLock _lock;
    private readonly CatalogueWriter _catalogue;
    private readonly IProgress<StageProgress>? _progress;
    private readonly TimeProvider _time;

    private IngestPipeline(
        StoreFolder store, StoreLock held, CatalogueWriter catalogue, IProgress<StageProgress>? progress, TimeProvider time)
    {
        _store = store;
        _lock = held;
        _catalogue = catalogue;
        _progress = progress;
        _time = time;
    }

    /// <summary>Opens a store for writing.</summary>
    /// <exception cref="StoreBusyException">Another process writes to it.</exception>
    /// <exception cref="CatalogueException">The catalogue is damaged; <see cref="OpenForRebuild"/> still opens it.</exception>
    public static IngestPipeline Open(StoreFolder store, IProgress<StageProgress>? progress = null, TimeProvider? time = null)
    {
        StoreLock held = StoreLock.Take(store);
        try
        {
            time ??= TimeProvider.System;
            return new IngestPipeline(store, held, new CatalogueWriter(store.Catalogue, time), progress, time);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>Opens a store whose derived parts may be damaged: a damaged catalogue or index is set aside, never deleted.</summary>
    /// <exception cref="StoreBusyException">Another process writes to it.</exception>
    public static IngestPipeline OpenForRebuild(
        StoreFolder store, IProgress<StageProgress>? progress = null, TimeProvider? time = null)
    {
        time ??= TimeProvider.System;
        using (StoreLock.Take(store))
        {
            DamagedParts.SetAsideCatalogue(store, time);
            DamagedParts.SetAsideIndex(store, time);
        }

        return Open(store, progress, time);
    }

    /// <summary>Fetches pages; each response is in the archive before anything reads it.</summary>
    public async Task<CrawlSummary> CrawlAsync(
        CrawlOptions options, IProgress<CrawlProgress>? progress, CancellationToken cancellation)
    {
        using WarcWriter archive = WarcWriter.Open(_store.Archive);
        var recorder = new CaptureRecorder(archive, _catalogue, new KnownBodies(_store.Archive, _catalogue));
        var session = new CrawlSession(options with { FrontierPath = _store.Frontier }, recorder, progress);
        return await session.RunAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>Says at once, before any store is touched, when the options cannot be crawled.</summary>
    /// <exception cref="StoreException">A seed is out of scope, or a host is written wrongly.</exception>
    public static void EnsureCrawlable(CrawlOptions options)
    {
        try
        {
            _ = new CrawlSession(options, NoSink.Instance);
        }
        catch (ArgumentException error)
        {
            // The framework appends the parameter's name, which means nothing to a person.
            throw new StoreException(error.Message.Split(" (Parameter")[0]);
        }
    }

    /// <summary>Says at once, before any store is touched, when there is nothing to import at a path.</summary>
    /// <exception cref="StoreException">The path does not exist or is an empty folder.</exception>
    public static void EnsureImportable(string path) => ImportFiles.Under(path);

    /// <summary>Takes files and folders into the archive.</summary>
    /// <exception cref="StoreException">A path does not exist or is an empty folder.</exception>
    public ImportSummary Import(IReadOnlyList<string> paths, CancellationToken cancellation)
    {
        using WarcWriter archive = WarcWriter.Open(_store.Archive);
        return new ImportStage(archive, _catalogue, new KnownBodies(_store.Archive, _catalogue), _progress, _time).Run(paths, cancellation);
    }

    /// <summary>Cleans every capture that has not been dealt with, into the catalogue.</summary>
    public CleanSummary Clean(CancellationToken cancellation) => new CleanStage(_store, _catalogue, _progress).Run(cancellation);

    /// <summary>Brings the index up to the catalogue.</summary>
    public IndexSummary Index(CancellationToken cancellation) => new IndexStage(_store, _catalogue, _progress).Run(cancellation);

    /// <summary>Makes the catalogue again from the archive; <see cref="Index"/> then follows.</summary>
    public CleanSummary Rebuild(CancellationToken cancellation)
    {
        // Opening the archive for writing finishes what a killed writer left, so that the rebuild sees every whole record.
        using (WarcWriter.Open(_store.Archive))
            return new RebuildStage(_store, _catalogue, _progress).Run(cancellation);
    }

    /// <summary>Verifies archive, catalogue and index without changing them.</summary>
    public static CheckSummary Check(StoreFolder store, IProgress<StageProgress>? progress, CancellationToken cancellation) =>
        new CheckStage(store, progress).Run(cancellation);

    private sealed class NoSink : ICaptureSink
    {
        public static NoSink Instance { get; } = new();

        public Task StoreAsync(Crawler.Fetching.FetchedExchange exchange, CancellationToken cancellation) => Task.CompletedTask;
    }

    public void Dispose()
    {
        _catalogue.Dispose();
        _lock.Dispose();
    }
}
