using SearchEngine.Reports.Model;

namespace SearchEngine.Cleaning.Tests;

public sealed class PinyinInjectionTests
{
    [Theory]
    [InlineData("办**(ban)**公厅")]
    [InlineData("權**(quán)**力")]
    [InlineData("行（xíng）政")]
    [InlineData("法(fǎ)治")]
    public void A_page_full_of_pinyin_is_refused_with_a_reason(string injected)
    {
        CleanReport report = Clean(string.Concat(Enumerable.Repeat($"<p>{injected}{Pages.Prose[..20]}。</p>", 20)));

        Assert.Equal(PageKind.Empty, report.Kind);
        Assert.Empty(report.Blocks);
        Assert.Contains(report.Fields, field => field.Name == "kind" && field.Rejected.Any(rejected => rejected.Why.Contains("拼音", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("世界贸易组织（WTO）", 20)]
    [InlineData("二甲(er)甲", 3)]
    [InlineData("长度（km）", 4)]
    [InlineData("附件（Word）", 20)]
    public void Abbreviations_and_single_readings_are_no_injection(string text, int times) =>
        Assert.Equal(PageKind.Other, Clean(string.Concat(Enumerable.Repeat($"<p>{text}{Pages.Prose}</p>", times))).Kind);

    private static CleanReport Clean(string body) =>
        new PageCleaner().Clean(Pages.Input(Pages.Html("<h1>关于巡查的通知</h1><div id=zoom>" + body + "</div>")));
}
