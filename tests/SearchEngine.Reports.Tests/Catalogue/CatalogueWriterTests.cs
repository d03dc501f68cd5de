using Microsoft.Data.Sqlite;
using SearchEngine.Reports.Catalogue;
using SearchEngine.Reports.Json;
using SearchEngine.Reports.Model;

namespace SearchEngine.Reports.Tests.Catalogue;

public sealed class CatalogueWriterTests : IDisposable
{
    private readonly CatalogueFixture _catalogue = new();

    public void Dispose() => _catalogue.Dispose();

    [Fact]
    public void A_saved_page_is_found_whole()
    {
        CleanReport report = CatalogueFixture.Report("全年审结24件。");
        _catalogue.Save(_catalogue.Capture("http://a/1"), "a1", report);

        StoredReport found = _catalogue.Reader.Find("a1")!;

        Assert.Equal(ReportJson.Write(report), ReportJson.Write(found.Report));
        Assert.Equal(["T19"], found.Topics);
        Assert.Equal("http://a/1", Assert.Single(found.Captures).Url);
    }

    [Fact]
    public void The_same_archive_record_is_entered_once()
    {
        CapturedPage page = _catalogue.Capture("http://a/1");

        _catalogue.Writer.AddCapture(page.Capture);

        Assert.Equal(1, _catalogue.Writer.CountCapturesToClean());
    }

    [Fact]
    public void Equal_texts_are_one_work_of_the_earliest_capture()
    {
        _catalogue.Save(_catalogue.Capture("http://a/1"), "first", CatalogueFixture.Report("甲"), "same");
        _catalogue.Save(_catalogue.Capture("http://b/1"), "second", CatalogueFixture.Report("甲"), "same");

        Assert.Equal(["first"], _catalogue.Indexed());
        Assert.Equal(1, _catalogue.Reader.Holdings().Reports);
    }

    [Fact]
    public void The_other_copy_takes_over_when_the_first_one_changes()
    {
        _catalogue.Save(_catalogue.Capture("http://a/1"), "first", CatalogueFixture.Report("甲"), "same");
        _catalogue.Save(_catalogue.Capture("http://b/1"), "second", CatalogueFixture.Report("甲"), "same");
        long before = _catalogue.Writer.Revision;

        _catalogue.Save(_catalogue.Capture("http://a/1"), "first", CatalogueFixture.Report("乙"), "changed");

        Assert.Equal(["first", "second"], _catalogue.Writer.ChangesSince(before).Where(c => c.Report is not null).Select(c => c.Id).Order());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_further_page_of_an_article_is_no_report_whichever_comes_first(bool firstPageFirst)
    {
        CapturedPage one = _catalogue.Capture("http://a/1"), two = _catalogue.Capture("http://a/1_2");
        Action saveOne = () => _catalogue.Save(one, "one", CatalogueFixture.Report("甲", "http://a/1_2"));
        Action saveTwo = () => _catalogue.Save(two, "two", CatalogueFixture.Report("乙"));

        foreach (Action save in firstPageFirst ? [saveOne, saveTwo] : new[] { saveTwo, saveOne })
            save();

        Assert.Equal(["one"], _catalogue.Indexed());
        Assert.Equal(["http://a/1"], _catalogue.Writer.PagesContinuedAt("http://a/1_2"));
    }

    [Fact]
    public void A_page_that_is_no_longer_continued_is_a_report_again()
    {
        CapturedPage one = _catalogue.Capture("http://a/1"), two = _catalogue.Capture("http://a/1_2");
        _catalogue.Save(one, "one", CatalogueFixture.Report("甲", "http://a/1_2"));
        _catalogue.Save(two, "two", CatalogueFixture.Report("乙"));

        _catalogue.Save(one, "one", CatalogueFixture.Report("甲"));

        Assert.Equal(["one", "two"], _catalogue.Indexed());
    }

    [Fact]
    public void Pages_of_other_kinds_are_held_and_not_indexed()
    {
        _catalogue.Save(_catalogue.Capture("http://a/1"), "n", CatalogueFixture.Report("甲") with { Kind = PageKind.Other });

        Assert.Empty(_catalogue.Indexed());
        Assert.Equal(1, _catalogue.Reader.Holdings().PagesByKind[PageKind.Other]);
    }

    [Fact]
    public void A_killed_transaction_leaves_nothing_behind()
    {
        CapturedPage page = _catalogue.Capture("http://a/1");
        using (var killed = new CatalogueWriter(Copy()))
        {
            killed.Begin();
            killed.Clear();
        }

        Assert.Single(new CatalogueWriter(Copy()).CapturesToClean(10));
        Assert.NotNull(page);

        string Copy() => _catalogue.Path;
    }

    [Fact]
    public void A_rebuild_gives_the_catalogue_another_epoch()
    {
        long before = _catalogue.Writer.Epoch;

        _catalogue.Writer.Begin();
        _catalogue.Writer.Clear();
        _catalogue.Writer.Commit();

        Assert.Equal(before + 1, _catalogue.Writer.Epoch);
    }

    [Fact]
    public void Readers_cannot_write()
    {
        using SqliteConnection connection = CatalogueDatabase.OpenForReading(_catalogue.Path);
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "DELETE FROM captures";

        Assert.Throws<SqliteException>(() => command.ExecuteNonQuery());
    }

    [Fact]
    public void A_catalogue_of_a_newer_version_is_refused()
    {
        using var newer = new CatalogueFixture();
        newer.Writer.Dispose();
        using (SqliteConnection connection = CatalogueDatabase.OpenForWriting(newer.Path))
        {
            using SqliteCommand command = connection.CreateCommand();
            command.CommandText = "PRAGMA user_version = 99";
            command.ExecuteNonQuery();
        }

        Assert.Contains("新版本", Assert.Throws<CatalogueException>(() => new CatalogueWriter(newer.Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_file_is_said_to_be_damaged_and_how_to_mend_it()
    {
        string path = Path.Combine(Directory.CreateTempSubdirectory("catalogue-").FullName, "catalogue.db");
        File.WriteAllText(path, "this is not a database, and long enough to be taken for the header of one: " + new string('x', 4096));

        Assert.Contains("--rebuild", Assert.Throws<CatalogueException>(() => new CatalogueWriter(path)).Message, StringComparison.Ordinal);
        Assert.NotEmpty(Audit(path));

        static IReadOnlyList<string> Audit(string path)
        {
            try
            {
                return new CatalogueAudit(path).Problems();
            }
            catch (CatalogueException error)
            {
                return [error.Message];
            }
        }
    }

    [Fact]
    public void Every_candidate_of_a_field_is_kept()
    {
        _catalogue.Save(_catalogue.Capture("http://a/1"), "a1", CatalogueFixture.Report("甲"));
        using SqliteConnection connection = CatalogueDatabase.OpenForReading(_catalogue.Path);

        List<(string? Raw, string? Why)> rows = connection.Command("SELECT raw, rejected FROM fields WHERE page_id = 'a1' ORDER BY ordinal")
            .Read(row => (row.Text(0), row.Text(1)));

        Assert.Equal([("2025-02-28", null), ("2017-08-20", "模板残留")], rows);
    }
}
