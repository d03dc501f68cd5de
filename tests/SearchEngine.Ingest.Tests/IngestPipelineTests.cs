using System.Text.Json;
using SearchEngine.Ingest.Stages;
using SearchEngine.Ingest.Store;
using SearchEngine.Search.Answers;

namespace SearchEngine.Ingest.Tests;

public sealed class IngestPipelineTests : IDisposable
{
    private readonly TemporaryStore _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public void An_imported_report_is_found_with_its_fields()
    {
        _store.Import(_store.Write("a.txt", TemporaryStore.Report("济南市市中区", 2024, "建立府院联动机制。")));

        SearchHit hit = Assert.Single(_store.Search("府院联动").Hits);

        Assert.Equal("济南市市中区2024年度法治政府建设情况报告", hit.Title);
        Assert.Equal("370103", hit.Region?.Code);
        Assert.Equal(2024, hit.Year);
        Assert.Null(hit.Published);
    }

    [Fact]
    public void The_same_file_twice_is_held_once()
    {
        string path = _store.Write("a.txt", TemporaryStore.Report("济南市市中区", 2024, "建立府院联动机制。"));

        ImportSummary first = _store.Import(path);
        ImportSummary second = _store.Import(path);

        Assert.Equal((1, 0), (first.Imported, first.Held));
        Assert.Equal((0, 1), (second.Imported, second.Held));
        Assert.Equal(1, _store.Search().Reports);
    }

    [Fact]
    public void Two_copies_of_a_report_are_one_work()
    {
        string text = TemporaryStore.Report("济南市市中区", 2024, "建立府院联动机制。");
        _store.Import(_store.Write("a.txt", text), _store.Write("b.txt", text + "\n\n"));

        SearchAnswer answer = _store.Search("府院联动");

        Assert.Equal((1, 1, 1), (answer.Reports, answer.Occurrences, answer.Of.Reports));
    }

    [Fact]
    public void An_id_survives_cleaning_again_and_a_rebuild()
    {
        _store.Import(_store.Write("a.txt", TemporaryStore.Report("济南市市中区", 2024, "建立府院联动机制。")));
        string before = Assert.Single(_store.Search().Hits).Id;

        using (IngestPipeline pipeline = IngestPipeline.OpenForRebuild(_store.Folder))
        {
            pipeline.Rebuild(CancellationToken.None);
            pipeline.Index(CancellationToken.None);
        }

        Assert.Equal(before, Assert.Single(_store.Search().Hits).Id);
    }

    [Fact]
    public void A_rebuild_that_is_stopped_leaves_the_old_catalogue()
    {
        _store.Import(_store.Write("a.txt", TemporaryStore.Report("济南市市中区", 2024, "建立府院联动机制。")));
        using var stop = new CancellationTokenSource();
        stop.Cancel();

        using (IngestPipeline pipeline = IngestPipeline.Open(_store.Folder))
            Assert.Throws<OperationCanceledException>(() => pipeline.Rebuild(stop.Token));

        Assert.Equal(1, _store.Catalogue.Holdings().Reports);
        using (IngestPipeline pipeline = IngestPipeline.Open(_store.Folder))
            Assert.Equal(0, pipeline.Index(CancellationToken.None).Added);
    }

    [Fact]
    public void Lines_of_jsonl_are_documents_with_their_own_ids()
    {
        string line = JsonSerializer.Serialize(new
        {
            id = "doc-1",
            title = "某地报告",
            text = "第一段讲府院联动。\n第二段讲别的。",
            region = "山东省/济南市",
            year = 2021,
            published = "2022-01-31",
            topics = new[] { "T19" },
        });
        ImportSummary summary = _store.Import(_store.Write("a.jsonl", $"{line}\n{{\"id\":7,\"text\":\"府院联动\"}}\nnot json\n{{\"id\":\"x\"}}\n"));

        SearchAnswer answer = _store.Search("府院联动");

        Assert.Equal(2, summary.Imported);
        Assert.Equal(2, summary.Skipped.Count);
        Assert.Contains("第 3 行", summary.Skipped[0], StringComparison.Ordinal);
        Assert.Equal(["7", "doc-1"], answer.Hits.Select(hit => hit.Id).Order());
        SearchHit document = answer.Hits.Single(hit => hit.Id == "doc-1");
        Assert.Equal(("370100", 2021, new DateOnly(2022, 1, 31)), (document.Region?.Code, document.Year, document.Published));
    }

    [Fact]
    public void A_second_process_is_told_to_wait()
    {
        using IngestPipeline first = IngestPipeline.Open(_store.Folder);

        Assert.Contains("另一个进程", Assert.Throws<StoreBusyException>(() => IngestPipeline.Open(_store.Folder)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_an_unknown_kind_is_named_and_the_others_are_taken()
    {
        ImportSummary summary = _store.Import(
            _store.Write("a.xyz", "?"), _store.Write("b.txt", TemporaryStore.Report("济南市市中区", 2024, "建立府院联动机制。")));

        Assert.Contains("a.xyz", Assert.Single(summary.Skipped), StringComparison.Ordinal);
        Assert.Equal(1, _store.Search().Reports);
    }

    [Fact]
    public void An_archive_of_another_store_can_be_imported()
    {
        using var other = new TemporaryStore();
        other.Import(other.Write("a.txt", TemporaryStore.Report("济南市市中区", 2024, "建立府院联动机制。")));
        string warc = Directory.EnumerateFiles(other.Folder.Archive, "*.warc.gz").Single();

        ImportSummary summary = _store.Import(warc);

        Assert.Equal(1, summary.Imported);
        Assert.Equal(1, _store.Search("府院联动").Reports);
    }

    [Fact]
    public void Check_finds_a_whole_store_sound_and_a_missing_archive_file_not()
    {
        _store.Import(_store.Write("a.txt", TemporaryStore.Report("济南市市中区", 2024, "建立府院联动机制。")));
        Assert.True(IngestPipeline.Check(_store.Folder, null, CancellationToken.None).IsSound);

        File.Delete(Directory.EnumerateFiles(_store.Folder.Archive, "*.warc.gz").Single());

        CheckSummary check = IngestPipeline.Check(_store.Folder, null, CancellationToken.None);
        Assert.Contains(check.Findings, finding => finding.Part == "目录" && finding.Message.Contains("归档记录", StringComparison.Ordinal));
    }

    [Fact]
    public void The_catalogue_and_the_index_hold_the_same_reports()
    {
        for (int year = 2016; year < 2025; year++)
            _store.Import(_store.Write($"{year}.txt", TemporaryStore.Report("济南市市中区", year, "建立府院联动机制。")));

        SearchAnswer answer = _store.Search();

        Assert.Equal(_store.Catalogue.Holdings().Reports, answer.Reports);
        Assert.All(answer.Hits, hit => Assert.NotNull(_store.Catalogue.Find(hit.Id)));
    }
}
