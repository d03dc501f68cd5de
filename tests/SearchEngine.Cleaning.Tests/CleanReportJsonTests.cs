using System.Text.Json;
using SearchEngine.Reports.Json;
using SearchEngine.Reports.Model;

namespace SearchEngine.Cleaning.Tests;

public sealed class CleanReportJsonTests
{
    [Fact]
    public void The_document_has_the_members_that_scripts_rely_on()
    {
        CleanReport report = new PageCleaner().Clean(Pages.Input(Pages.Html(
            $"<h1>济宁经济开发区2023年度法治政府建设情况报告</h1><div id=zoom>{Pages.Report}<p>特此报告。</p><p>2024年1月8日</p></div>")));

        string json = CleanReportJson.Serialize(report, ["T03"]);

        JsonElement root = JsonDocument.Parse(json).RootElement;
        Assert.Equal(
            ["kind", "title", "titleInferred", "region", "year", "published", "written", "issuer", "issuerInferred", "issuerKind",
                "publisher", "source", "indexNumber", "documentNumber", "citedDocumentNumbers", "topics", "charset", "nextPages",
                "attachments", "blocks", "closing", "text", "fields", "repairs"],
            root.EnumerateObject().Select(member => member.Name));
        Assert.Equal("特此报告。\n2024年1月8日", root.GetProperty("closing").GetString());
        Assert.Equal("370800-F01", root.GetProperty("region").GetProperty("internalCode").GetString());
        Assert.Equal(report.Text, root.GetProperty("text").GetString());
        Assert.Contains("济宁经济开发区", json, StringComparison.Ordinal);
    }
}
