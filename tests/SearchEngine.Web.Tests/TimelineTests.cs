using SearchEngine.Reports.Model;
using SearchEngine.Reports.Versions;
using SearchEngine.Web.Features.Captures;

namespace SearchEngine.Web.Tests;

public sealed class TimelineTests
{
    [Fact]
    public void The_latest_stands_first_and_an_earlier_one_shows_the_changed_number()
    {
        Capture first = HandMadeReports.Report.Captures[0];
        PageHistory history = new(
        [
            new PageVersion(first, "全年办结案件24件。"),
            new PageVersion(first with { WarcOffset = 9, FetchedAt = first.FetchedAt.AddDays(1) }, "全年办结案件42件。"),
            new PageVersion(first with { WarcOffset = 10, Status = 404, FetchedAt = first.FetchedAt.AddDays(2) }, null),
        ]);

        TimelineView view = TimelinePresenter.View(HandMadeReports.Report, history);

        Assert.Equal(["已撤下", "已修改"], view.States);
        Assert.Equal(["页面不在（HTTP 404）", "取得页面", "取得页面"], view.Entries.Select(entry => entry.Status));
        Assert.Equal("最新正文", view.Entries[1].Comparison);
        Assert.Equal("/r/a1/captures/1", view.Entries[2].Url);
        Assert.Equal(
            ["全年办结案件", "24", "42", "件。"], Assert.Single(view.Entries[2].Changes).Runs.Select(run => run.Text));
    }

    [Fact]
    public async Task The_page_of_a_report_without_versions_says_so_and_an_unknown_one_is_not_found()
    {
        await using RunningSite site = await RunningSite.Start();

        string page = await site.Page("/r/a1/captures");
        using HttpResponseMessage missing = await site.Response("/r/none/captures");

        Assert.Contains("历次归档", page, StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, missing.StatusCode);
    }
}
