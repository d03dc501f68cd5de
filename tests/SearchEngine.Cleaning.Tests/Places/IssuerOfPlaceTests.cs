using SearchEngine.Reports.Model;

namespace SearchEngine.Cleaning.Tests.Places;

public sealed class IssuerOfPlaceTests
{
    [Theory]
    [InlineData("济南市市中区人民政府2023年度法治政府建设情况报告", "370103", IssuerKind.Government)]
    [InlineData("峄城区司法局2023年度法治政府建设情况报告", "370404", IssuerKind.Department)]
    [InlineData("峄城区榴园镇人民政府2023年度法治政府建设情况报告", "370404", IssuerKind.Township)]
    [InlineData("济南市市中区二七新村街道办事处2023年度法治政府建设情况报告", "370103", IssuerKind.Township)]
    [InlineData("中共峄城区委峄城区人民政府关于2023年度法治政府建设情况的报告", "370404", IssuerKind.PartyAndGovernment)]
    [InlineData("济宁高新区管委会2023年度法治政府建设情况报告", null, IssuerKind.ZoneCommittee)]
    [InlineData("枣庄市市场监督管理局2023年度法治政府建设情况报告", "370400", IssuerKind.Department)]
    public void Place_and_kind_of_issuer_are_read_off_a_title(string title, string? code, IssuerKind kind)
    {
        CleanReport report = Clean(title);

        Assert.Equal((code, kind), (report.Region?.Code, report.IssuerKind));
    }

    [Theory]
    [InlineData("峄城区2023年度法治政府建设情况报告", 2023)]
    [InlineData("峄城区2023年法治政府建设年度报告", 2023)]
    [InlineData("峄城区二〇二三年法治政府建设工作报告", 2023)]
    [InlineData("峄城区二○二三年度法治政府建设情况报告", 2023)]
    [InlineData("峄城区２０２３年度法治政府建设情况报告", 2023)]
    [InlineData("峄城区2021—2025年法治政府建设情况报告", 2025)]
    [InlineData("峄城区2021-2025年法治政府建设情况报告", 2025)]
    [InlineData("峄城区2021年至2025年法治政府建设情况报告", 2025)]
    [InlineData("关于2023年度法治政府建设情况的报告", 2023)]
    public void Years_are_read_in_every_spelling(string title, int year) => Assert.Equal(year, Clean(title).Year);

    [Fact]
    public void A_year_that_the_title_lacks_is_read_off_the_opening_sentence() =>
        Assert.Equal(2023, Clean("峄城区法治政府建设情况报告").Year);

    [Theory]
    [InlineData("上一年度推进法治政府建设的主要举措和成效", BlockRole.Results)]
    [InlineData("下一年度推进法治政府建设的主要安排", BlockRole.Plan)]
    [InlineData("2024年度推进法治政府建设的主要安排", BlockRole.Plan)]
    public void Relative_years_in_headings_give_the_role(string heading, BlockRole role)
    {
        CleanReport report = Clean("峄城区2023年度法治政府建设情况报告", $"<p>一、{heading}</p><p>{Pages.Prose}</p>");

        Assert.Equal(role, report.Blocks.First(block => block.Level == 1).Role);
    }

    private static CleanReport Clean(string title, string start = "") => new PageCleaner().Clean(Pages.Input(
        Pages.Html($"<h1>{title}</h1><div id=zoom>{start}{Pages.Report}</div>")));
}
