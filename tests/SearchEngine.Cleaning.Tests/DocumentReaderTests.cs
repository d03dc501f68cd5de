using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using SearchEngine.Cleaning.Documents;
using SearchEngine.Cleaning.Lines;
using SearchEngine.Reports.Model;

namespace SearchEngine.Cleaning.Tests;

public sealed class DocumentReaderTests
{
    [Fact]
    public void A_docx_is_read_with_its_table_rows()
    {
        using MemoryStream stream = new();
        using (WordprocessingDocument document = WordprocessingDocument.Create(stream,
            WordprocessingDocumentType.Document))
        {
            IEnumerable<string> lines = Pages.Report.Split('\n').Select(line => line.Replace("<p>", "", StringComparison.Ordinal).Replace("</p>", "", StringComparison.Ordinal));
            document.AddMainDocumentPart().Document = new Document(new Body(
                lines.Prepend("青禾区2023年度法治政府建设情况报告").Select(line => (OpenXmlElement)new Paragraph(new Run(new Text(line))))
                    .Append(new Table(new TableRow(new TableCell(new Paragraph(new Run(new Text("复议案件")))), new TableCell(new Paragraph(new Run(new Text("十二件已经办结。")))))))));
        }

        CleanReport report = new PageCleaner().Clean(new PageInput(stream.ToArray(), null, null, "a.docx", null));

        Assert.Equal(("青禾区2023年度法治政府建设情况报告", PageKind.Report), (report.Title, report.Kind));
        Assert.Contains("复议案件 十二件已经办结。", report.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_docx_is_refused_with_a_sentence()
    {
        byte[] bytes = [0x50, 0x4B, 0x03, 0x04, .. "word/document.xml"u8, .. new byte[64]];

        Assert.Throws<UnreadableInputException>(() =>
            new PageCleaner().Clean(new PageInput(bytes, null, null, null, null)));
    }

    [Fact]
    public void Broken_lines_are_joined_and_short_lines_headings_and_dates_are_not()
    {
        PageOutline broken = PlainTextReader.Read(
            "青禾区工作报告\n\n一、工作成效\n坚持把依法办事作为各项工作的基本要求，压实工作责\n任，完善工作机制，推动各项任务落到实处，取得了明\n显成效。\n（一）加强领导\n- 1 -\n青禾区人民政府\n2024年1月8日");
        List<Repair> repairs = [];

        PageOutline joined = HardBreaks.Join(broken, repairs);

        Assert.Equal(
            ["青禾区工作报告", "一、工作成效", Pages.Prose, "（一）加强领导", "青禾区人民政府", "2024年1月8日"],
            joined.Lines.Select(line => line.Text));
        Assert.Equal(2, repairs.Count);
    }
}
