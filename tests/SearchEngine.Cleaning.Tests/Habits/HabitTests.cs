using System.Globalization;
using SearchEngine.Reports.Model;

namespace SearchEngine.Cleaning.Tests.Habits;

public sealed class HabitTests
{
    public static TheoryData<HabitPage> Articles => [.. ContentSystemPages.All, .. FieldCardPages.All, .. MarkupPages.All, .. PressPages.All,
        .. LayoutPages.All];

    public static TheoryData<HabitPage> Others => [.. NoArticlePages.All];

    [Theory]
    [MemberData(nameof(Articles), DisableDiscoveryEnumeration = true)]
    public void An_article_is_read_as_a_reader_sees_it(HabitPage page)
    {
        CleanReport report = new PageCleaner().Clean(Pages.Input(page.Html, "https://www.yunxi.example/c1/202406/t20240611_88.html"));

        Assert.Multiple(
            () => Assert.Equal(page.Kind, report.Kind),
            () => Assert.Equal(page.Title, report.Title),
            () => Assert.Equal(page.Published, Day(report.Published)),
            () => Assert.Equal(page.Written, Day(report.Written)),
            () => Assert.Equal(page.Source, report.Source),
            () => Assert.Equal(page.Publisher, report.Publisher ?? (report.IssuerInferred ? null : report.Issuer)),
            () => Assert.Equal(page.IndexNumber, report.IndexNumber),
            () => Assert.Equal(page.DocumentNumber, report.DocumentNumber),
            () => Assert.StartsWith(page.First, report.Text, StringComparison.Ordinal),
            () => Assert.EndsWith(page.Last, report.Text, StringComparison.Ordinal),
            () => Assert.DoesNotContain(page.Absent, word => report.Text.Contains(word, StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Others), DisableDiscoveryEnumeration = true)]
    public void What_is_no_article_is_told_apart(HabitPage page)
    {
        CleanReport report = new PageCleaner().Clean(Pages.Input(page.Html, "https://www.yunxi.example/c1/index.html"));

        Assert.Equal(page.Kind, report.Kind);
        Assert.Null(report.Published);
        Assert.Null(report.DocumentNumber);
    }

    private static string? Day(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
