using System.IO.Compression;
using SearchEngine.Ingest.Export;
using SearchEngine.Ingest.Store;

namespace SearchEngine.Ingest.Tests.Export;

public sealed class ArchiveExportTests : IDisposable
{
    private readonly TemporaryStore _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public void A_package_holds_the_archive_and_names_the_reports()
    {
        _store.Import(_store.Write("a.txt", TemporaryStore.Report("济南市市中区", 2024, "建立府院联动机制。")));
        string file = Path.Combine(_store.Input, "out.wacz");

        int captures = ArchiveExport.Wacz(_store.Folder, file, null, CancellationToken.None);

        Assert.Equal(1, captures);
        using ZipArchive zip = ZipFile.OpenRead(file);
        Assert.Contains(zip.Entries, entry => entry.FullName.StartsWith("archive/", StringComparison.Ordinal));
        using var pages = new StreamReader(zip.GetEntry("pages/pages.jsonl")!.Open());
        Assert.Contains("济南市市中区2024年度法治政府建设情况报告", pages.ReadToEnd(), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(_store.Input, "*.partial"));
    }

    [Fact]
    public void A_manifest_names_files_as_they_are_seen_from_the_store()
    {
        _store.Import(_store.Write("a.txt", TemporaryStore.Report("济南市市中区", 2024, "建立府院联动机制。")));
        string file = Path.Combine(_store.Input, "manifest-sha256.txt");

        Assert.Equal(1, ArchiveExport.Manifest(_store.Folder, file, CancellationToken.None));

        string line = Assert.Single(File.ReadAllLines(file));
        Assert.True(File.Exists(Path.Combine(_store.Folder.Root, line.Split("  ")[1])));
    }

    [Fact]
    public void An_export_waits_for_nobody_who_writes()
    {
        using IngestPipeline writing = IngestPipeline.Open(_store.Folder);

        Assert.Throws<StoreBusyException>(
            () => ArchiveExport.Manifest(_store.Folder, Path.Combine(_store.Input, "m.txt"), CancellationToken.None));
    }
}
