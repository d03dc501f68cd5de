using SearchEngine.Reports.Model;
using SearchEngine.Reports.Versions;

namespace SearchEngine.Reports.Tests.Versions;

public sealed class PageHistoryTests
{
    [Theory]
    [InlineData("200a", "")]
    [InlineData("200a 200a", "")]
    [InlineData("200a 200b", "已修改")]
    [InlineData("200a 200b 200a", "已修改")]
    [InlineData("200a 404", "已撤下")]
    [InlineData("200a 410 500", "已撤下")]
    [InlineData("200a 304 404 304", "已撤下")]
    [InlineData("404 200a", "")]
    [InlineData("200a 404 200a", "已恢复")]
    [InlineData("200a 404 200b", "已恢复 已修改")]
    [InlineData("200a 503", "")]
    [InlineData("404", "")]
    public void The_state_is_said_from_the_latest_capture(string captures, string states)
    {
        PageHistory history = new([.. captures.Split(' ').Select((text, at) => new PageVersion(
            new Capture("http://a/", DateTimeOffset.UnixEpoch.AddDays(at), int.Parse(text[..3], System.Globalization.CultureInfo.InvariantCulture), null, "", "a", at),
            text.Length > 3 ? text[3..] : null))]);

        List<string> said = [];
        if (history.IsWithdrawn)
            said.Add("已撤下");
        if (history.IsRestored)
            said.Add("已恢复");
        if (history.IsChanged)
            said.Add("已修改");

        Assert.Equal(states, string.Join(' ', said));
    }
}
