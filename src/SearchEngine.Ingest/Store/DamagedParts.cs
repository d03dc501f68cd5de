using System.Globalization;
using SearchEngine.Analysis;
using SearchEngine.Index.Check;
using SearchEngine.Index.Indexing;
using SearchEngine.Index.Schema;
using SearchEngine.Index.Store;
using SearchEngine.Reports.Catalogue;
using SearchEngine.Search.Schema;

namespace SearchEngine.Ingest.Store;

/// <summary>Moves a derived part that is damaged or of an older format out of the way of a rebuild. It is kept beside, for whoever wants to look.</summary>
internal static class DamagedParts
{
    public static void SetAsideCatalogue(StoreFolder store, TimeProvider time)
    {
        if (!File.Exists(store.Catalogue) || IsSound(store.Catalogue))
            return;
        string aside = Aside(store.Catalogue, time);
        File.Move(store.Catalogue, aside);
        foreach (string suffix in new[] { "-wal", "-shm" })
        {
            if (File.Exists(store.Catalogue + suffix))
                File.Move(store.Catalogue + suffix, aside + suffix);
        }
    }

    public static void SetAsideIndex(StoreFolder store, TimeProvider time)
    {
        if (IsUsable(store.Index))
            return;

        Directory.Move(store.Index, Aside(store.Index, time));
        Directory.CreateDirectory(store.Index);
    }

    private static bool IsSound(string path)
    {
        try
        {
            return new CatalogueAudit(path).Problems().Count == 0;
        }
        catch (CatalogueException)
        {
            return false;
        }
    }

    private static bool IsUsable(string folder)
    {
        var directory = new FileSystemDirectory(folder);
        try
        {
            IndexWriter.Open(directory, new ChineseAnalyzer(), ReportSchema.Index).Dispose();
            return IndexChecker.Check(directory).IsSound;
        }
        catch (Exception error) when (error is CorruptIndexException or IndexFormatException or SchemaMismatchException)
        {
            return false;
        }
    }

    private static string Aside(string path, TimeProvider time) =>
        $"{path}.aside-{time.GetUtcNow().ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture)}";
}
