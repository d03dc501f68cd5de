using SearchEngine.Index.Indexing;
using SearchEngine.Reports.Catalogue;
using SearchEngine.Reports.Model;
using SearchEngine.Search.Schema;

namespace SearchEngine.Search.Tests.Schema;

public sealed class ReportDocumentsTests
{
    private static readonly StoredReport Full = new(
        "0a1b2c3d",
        "https://WWW.Example.gov.cn/a/1.html",
        null,
        new CleanReport
        {
            Kind = PageKind.Report,
            Charset = "utf-8",
            Title = "市中区报告",
            Region = Reports.County,
            Year = 2024,
            Published = new DateOnly(2025, 2, 28),
            Issuer = "中共甲区委、甲区人民政府",
            IssuerKind = IssuerKind.PartyAndGovernment,
            Source = "区司法局",
            DocumentNumber = "市中政字[2024]18号",
            CitedDocumentNumbers = ["法办发（2021）5号"],
            IndexNumber = "3701030006/2025 6637169",
            Blocks =
            [
                new Block(BlockRole.Other, null, 0, false, ["开头。"]),
                new Block(BlockRole.Results, "一、工作成效", 1, true, ["第二段。", "第三段。"]),
                new Block(BlockRole.Plan, "二、打算。往后", 1, false, ["二、打算。往后要做。"]),
            ],
            ClosingPhrase = "特此报告。",
        },
        ["T03", "T19"],
        []);

    [Fact]
    public void Indexes_title_and_body_lines_in_order_with_their_blocks()
    {
        Document document = ReportDocuments.From(Full);

        Assert.Equal(
            [
                new Paragraph("市中区报告", Zone.Title, 4, 0),
                new Paragraph("开头。", Zone.Body, 4, 1),
                new Paragraph("一、工作成效", Zone.Body, 0, 2),
                new Paragraph("第二段。", Zone.Body, 0, 2),
                new Paragraph("第三段。", Zone.Body, 0, 2),
                new Paragraph("二、打算。往后要做。", Zone.Body, 3, 3),
                new Paragraph("特此报告。", Zone.Body, 4, 4),
            ],
            document.Paragraphs);
    }

    [Fact]
    public void Carries_every_field_in_its_canonical_form()
    {
        Document document = ReportDocuments.From(Full);

        Assert.Equal(["370000", "370100", "370103"], document.Keywords[ReportSchema.Region]);
        Assert.Equal(["370103"], document.Keywords[ReportSchema.Place]);
        Assert.Equal(["县级"], document.Keywords[ReportSchema.Level]);
        Assert.Equal(["T03", "T19"], document.Keywords[ReportSchema.Topic]);
        Assert.Equal(["党委政府联合"], document.Keywords[ReportSchema.IssuerKind]);
        Assert.Equal(["中共甲区委", "甲区人民政府"], document.Keywords[ReportSchema.Issuer]);
        Assert.Equal(["www.example.gov.cn"], document.Keywords[ReportSchema.Site]);
        Assert.Equal(["区司法局"], document.Keywords[ReportSchema.Source]);
        Assert.Equal(["市中政字〔2024〕18号"], document.Keywords[ReportSchema.DocumentNumber]);
        Assert.Equal(["法办发〔2021〕5号"], document.Keywords[ReportSchema.CitedNumber]);
        Assert.Equal(["3701030006/20256637169"], document.Keywords[ReportSchema.IndexNumber]);
        Assert.Equal(2024, document.Numbers[ReportSchema.Year]);
        Assert.Equal(2025, document.Numbers[ReportSchema.PublishedYear]);
        Assert.Equal(20250228, document.Numbers[ReportSchema.Published]);
    }

    [Fact]
    public void Leaves_out_the_fields_that_a_report_does_not_give()
    {
        Document document = ReportDocuments.From(Reports.Saying("1", "文"));

        Assert.Empty(document.Keywords);
        Assert.Empty(document.Numbers);
    }

    [Fact]
    public void Knows_fields_of_its_schema_only()
    {
        Document document = ReportDocuments.From(Full);
        string[] known = [.. ReportSchema.Index.Fields.Select(field => field.Name)];

        Assert.Superset(document.Keywords.Keys.Concat(document.Numbers.Keys).ToHashSet(), known.ToHashSet());
    }

    [Fact]
    public void Counts_a_zone_under_its_city_and_a_town_without_a_code_under_its_county()
    {
        Assert.Equal(
            ["370000", "370800", "370800-F01"],
            ReportDocuments.From(Reports.Saying("1", "文").With(r => r with { Region = Reports.Zone })).Keywords[ReportSchema.Region]);
        Assert.Equal(
            ["370000", "370100", "370103", "370103/大观园街道"],
            ReportDocuments.From(Reports.Saying("1", "文").With(r => r with { Region = Reports.Town })).Keywords[ReportSchema.Region]);
    }

    [Fact]
    public void Keeps_in_the_card_what_a_hit_shows()
    {
        HitCard card = HitCard.Read(ReportDocuments.From(Full).Stored);

        Assert.Equal("市中区报告", card.Title);
        Assert.Equal(Reports.County.Path, card.Region!.Path);
        Assert.Equal("370103", card.Region.Code);
        Assert.Equal(new DateOnly(2025, 2, 28), card.Published);
        Assert.Equal([1, null, 2, 3, 4, 5], Enumerable.Range(0, 6).Select(card.ParagraphOf));
        Assert.Equal([null, "一、工作成效", "二、打算。往后", null], Enumerable.Range(0, 4).Select(card.HeadingOf));
    }

    [Fact]
    public void Numbers_paragraphs_in_the_card_as_the_report_does()
    {
        HitCard card = HitCard.Of(Full);

        Assert.Equal(Full.Report.Lines.Select(line => line.Paragraph), Full.Report.Lines.Select((_, line) => card.ParagraphOf(line)));
    }

    [Theory]
    [InlineData("370000", "省级")]
    [InlineData("370100", "市级")]
    [InlineData("370103", "县级")]
    [InlineData("110101", "县级")]
    public void Tells_the_level_of_a_place_by_its_code(string code, string level) =>
        Assert.Equal(level, ReportLevel.Of(new RegionRef(["某地"], code)));

    [Fact]
    public void Tells_the_level_of_a_place_without_a_code()
    {
        Assert.Equal("功能区", ReportLevel.Of(Reports.Zone));
        Assert.Equal("乡镇级", ReportLevel.Of(Reports.Town));
        Assert.Null(ReportLevel.Of(null));
    }
}
