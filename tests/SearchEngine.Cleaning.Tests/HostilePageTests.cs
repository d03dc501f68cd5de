using System.Diagnostics;
using SearchEngine.Reports.Model;

namespace SearchEngine.Cleaning.Tests;

public sealed class HostilePageTests
{
    // The promise is two seconds; a busy machine gets more before the test calls it broken.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static TheoryData<string, string> Bombs => new()
    {
        { "distinct formatting tags", string.Concat(Enumerable.Range(0, 2000).Select(i => $"<font size={i}><p>")) },
        { "formatting tags below the scan's limit", string.Concat(Enumerable.Range(0, 390).Select(i => $"<b class={i}><p>x")) },
        { "nested div", string.Concat(Enumerable.Repeat("<div>", 50_000)) },
        { "nested tables", string.Concat(Enumerable.Repeat("<table><tr><td>", 3_000)) },
        { "nested lists", string.Concat(Enumerable.Repeat("<ul><li>", 3_000)) },
        { "100,000 siblings", "<div>" + string.Concat(Enumerable.Repeat("<p>一</p>", 100_000)) + "</div>" },
        { "a million brackets", new string('<', 1_000_000) },
        { "100,000 attributes", "<p " + string.Concat(Enumerable.Range(0, 100_000).Select(i => $"a{i}=1 ")) + ">x</p>" },
        { "unclosed comment", "<p>一。</p><!-- " + new string('x', 500_000) },
        { "plaintext", "<plaintext>" + new string('<', 100_000) },
        { "100,000 dates", "<p>" + string.Concat(Enumerable.Repeat("2024-01-01 ", 100_000)) + "</p>" },
        { "a title of a megabyte", "<title>" + new string('报', 1_000_000) + "</title><p>" + Pages.Prose + "</p>" },
        { "100,000 entities", "<p>" + string.Concat(Enumerable.Repeat("&amp;&#x4e00;", 100_000)) + "</p>" },
        { "10,000 combining marks", "<p>一" + new string('\u0301', 10_000) + "。</p>" },
        { "nested select and template", string.Concat(Enumerable.Repeat("<select><template>", 2_000)) },
        { "svg", "<svg>" + string.Concat(Enumerable.Repeat("<g>", 3_900)) },
    };

    [Theory]
    [MemberData(nameof(Bombs))]
    public void A_bomb_comes_back_as_a_result_in_time(string shape, string html)
    {
        long start = Stopwatch.GetTimestamp();

        CleanReport report = new PageCleaner().Clean(Pages.Input("<html><body>" + html));

        Assert.True(Stopwatch.GetElapsedTime(start) < Patience, shape);
        Assert.NotEqual(PageKind.Report, report.Kind);
    }

    [Fact]
    public void A_refused_page_says_why()
    {
        string bomb = string.Concat(Enumerable.Range(0, 2000).Select(i => $"<font size={i}><p>"));

        CleanReport report = new PageCleaner().Clean(Pages.Input("<html><body>" + bomb));

        Assert.Equal(PageKind.Empty, report.Kind);
        Assert.Contains(report.Fields, field => field.Name == "kind" && field.Rejected.Any(rejected => rejected.Why.Length > 0));
    }

    [Fact]
    public void Binary_input_is_refused_with_a_sentence()
    {
        byte[] png = [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 0, 0, 0, 13];
        byte[] noise = new byte[4096];
        new Random(5).NextBytes(noise);

        Assert.EndsWith("。", Assert.Throws<UnreadableInputException>(() => Clean(png)).Message, StringComparison.Ordinal);
        Assert.Throws<UnreadableInputException>(() => Clean(noise));
        Assert.Throws<UnreadableInputException>(() => Clean(new byte[1000]));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\r\n\t")]
    [InlineData("<html>")]
    [InlineData("<html><body><script src='/app.js'></script><div id=app></div></body></html>")]
    public void Nothing_readable_is_an_empty_page(string text) =>
        Assert.Equal(PageKind.Empty, new PageCleaner().Clean(Pages.Input(text)).Kind);

    [Theory]
    [InlineData("<html><head><script>document.cookie='a=b';location.reload();</script></head><body></body></html>")]
    [InlineData("<html><body><script>var x=['\\x63'];(function(){setTimeout(function(){location.href=location.href},1500)})()</script></body></html>")]
    [InlineData("<html><head><script>$_t={};$_t.cd='q';</script></head><body></body></html>")]
    [InlineData("<html><body><h1>您的访问过于频繁，请完成安全验证后继续</h1></body></html>")]
    public void A_challenge_in_place_of_an_article_is_blocked(string html) =>
        Assert.Equal(PageKind.Blocked, new PageCleaner().Clean(Pages.Input(html)).Kind);

    private static CleanReport Clean(byte[] bytes) =>
        new PageCleaner().Clean(new PageInput(bytes, null, null, null, null));
}
