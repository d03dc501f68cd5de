using SearchEngine.Samples;

namespace SearchEngine.EndToEnd.Tests.Samples;

public sealed class SampleSitesTests
{
    private static readonly IReadOnlyList<ExpectedPage> Pages = ExpectedPage.All();

    private static readonly IReadOnlyList<ExpectedPage> Reports = [.. Pages.Where(page => page.Kind == "report")];

    [Fact]
    public void Sites_have_names_titles_and_folders_of_their_own()
    {
        Assert.True(SampleSites.All.Count >= 5);
        Assert.Equal(SampleSites.All.Count, SampleSites.All.Select(site => site.Name).Distinct().Count());
        Assert.All(SampleSites.All, site =>
        {
            Assert.Contains("样例", site.Title, StringComparison.Ordinal);
            Assert.True(File.Exists(Path.Combine(site.Folder, "index.html")), site.Folder);
        });
    }

    [Fact]
    public void The_list_of_expectations_names_every_page_once()
    {
        IEnumerable<string> files = SampleSites.All
            .SelectMany(site => Directory.GetFiles(site.Folder, "*.html", SearchOption.AllDirectories));

        Assert.Equal(
            files.Order(StringComparer.Ordinal),
            Pages.Select(page => Path.GetFullPath(page.File)).Order(StringComparer.Ordinal));
        Assert.All(Pages, page => Assert.Contains(page.Kind, new[] { "report", "other", "list", "continuation" }));
    }

    [Fact]
    public void Every_page_says_that_it_is_a_sample()
    {
        Assert.All(Pages, page => Assert.Contains(
            "【样例】本页为检索软件自带的演示材料", SamplePage.Text(page), StringComparison.Ordinal));
    }

    [Fact]
    public void There_are_reports_of_many_places_and_years()
    {
        Assert.True(Reports.Count >= 16);
        Assert.True(Reports.Select(report => report.Region![0]).Distinct().Count() >= 5);
        Assert.Equal(2019, Reports.Min(report => report.Year));
        Assert.Equal(2025, Reports.Max(report => report.Year));
        Assert.Contains(Reports, report => report.Region!.Count == 2);
        Assert.Contains(Reports, report => report.InternalCode is not null);
        Assert.Contains(Reports, report => report.Issuer!.EndsWith('局'));
    }

    [Fact]
    public void Reports_hold_what_is_expected_of_them()
    {
        Assert.All(Reports, report =>
        {
            string text = WithoutSpaces(SamplePage.Text(report));
            Assert.Contains(WithoutSpaces(report.First!), text, StringComparison.Ordinal);
            Assert.Contains(WithoutSpaces(report.Title!), WithoutSpaces(text), StringComparison.Ordinal);
            Assert.Contains($"{report.Year}年", text, StringComparison.Ordinal);
            if (report.Published is { } date)
                Assert.Contains($"{date:yyyy-MM-dd}", text, StringComparison.Ordinal);
            Assert.InRange(report.Roles.Count, 3, 5);
        });
    }

    [Fact]
    public void Reports_are_of_nine_hundred_to_two_thousand_characters()
    {
        Assert.All(Reports, report =>
        {
            string text = SamplePage.Text(report);
            if (report.NextPage is not null)
                text += SamplePage.Text(Pages.Single(page => page.Site == report.Site && page.Page == report.NextPage));
            Assert.InRange(text.Count(c => c is >= '\u4e00' and <= '\u9fff'), 900, 2000);
        });
    }

    [Fact]
    public void The_joint_mechanisms_occur_in_some_reports_and_not_in_others()
    {
        Assert.InRange(ReportsWith("府院联动"), 6, Reports.Count - 6);
        Assert.InRange(ReportsWith("府检联动"), 3, Reports.Count - 6);
        Assert.Equal(1, ReportsWith("府院、府检联动"));
    }

    [Fact]
    public void The_table_site_is_in_GBK_and_says_gb2312()
    {
        ExpectedPage[] pages = [.. Pages.Where(page => page.Site == "zaozhuang-yicheng")];

        Assert.NotEmpty(pages);
        Assert.All(pages, page =>
        {
            Assert.Contains("charset=gb2312", SamplePage.Markup(page), StringComparison.Ordinal);
            Assert.ThrowsAny<ArgumentException>(() => SamplePage.StrictUtf8.GetString(File.ReadAllBytes(page.File)));
        });
        Assert.Contains(pages, page => SamplePage.Text(page).Contains('㎡', StringComparison.Ordinal));
    }

    [Fact]
    public void The_zone_site_begins_with_a_byte_order_mark()
    {
        Assert.All(
            Pages.Where(page => page.Site == "jining-jingkai"),
            page => Assert.Equal([0xEF, 0xBB, 0xBF], File.ReadAllBytes(page.File)[..3]));
    }

    private static int ReportsWith(string phrase) => Reports.Count(report => Pages
        .Where(page => page.Site == report.Site && (page.Page == report.Page || page.Page == report.NextPage))
        .Any(page => SamplePage.Text(page).Contains(phrase, StringComparison.Ordinal)));

    /// <summary>Also without the line break of a title that stands on two lines.</summary>
    private static string WithoutSpaces(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
