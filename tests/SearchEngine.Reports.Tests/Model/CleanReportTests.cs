using SearchEngine.Reports.Model;

namespace SearchEngine.Reports.Tests.Model;

public sealed class CleanReportTests
{
    private static readonly CleanReport Report = new()
    {
        Kind = PageKind.Report,
        Charset = "utf-8",
        Blocks =
        [
            new Block(BlockRole.Other, null, 0, false, ["开头。"]),
            new Block(BlockRole.Results, "一、成效", 1, true, []),
            new Block(BlockRole.Results, "（一）抓学习。", 2, false, ["（一）抓学习。一是学。", "二是用。"]),
        ],
        ClosingPhrase = "特此报告。",
        Signature = "某区人民政府\n2025年1月1日",
    };

    [Fact]
    public void The_body_is_headings_that_stand_alone_paragraphs_and_the_closing_phrase()
    {
        Assert.Equal("开头。\n一、成效\n（一）抓学习。一是学。\n二是用。\n特此报告。", Report.Text);
    }

    [Fact]
    public void Paragraphs_are_numbered_without_headings_that_stand_alone()
    {
        Assert.Equal([1, null, 2, 3, 4], Report.Lines.Select(line => line.Paragraph));
    }

    [Fact]
    public void A_line_knows_its_block()
    {
        Assert.Equal([0, 1, 2, 2, 3], Report.Lines.Select(line => line.Section));
        Assert.Equal(BlockRole.Results, Report.Lines.ElementAt(3).Role);
        Assert.Equal("（一）抓学习。", Report.Lines.ElementAt(3).Heading);
    }

    [Fact]
    public void Labels_and_values_map_both_ways()
    {
        Assert.All(Enum.GetValues<BlockRole>(), role => Assert.Equal(role, Labels.RoleOf(Labels.Of(role))));
        Assert.All(Enum.GetValues<IssuerKind>(), kind => Assert.Equal(kind, Labels.IssuerKindOf(Labels.Of(kind))));
        Assert.All(Enum.GetValues<PageKind>(), kind => Assert.Equal(kind, Labels.KindOf(Labels.Of(kind))));
        Assert.Null(Labels.RoleOf("不是章节"));
    }
}
