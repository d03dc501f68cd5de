using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using SearchEngine.Cleaning.Documents;
using SearchEngine.Cleaning.Lines;
using SearchEngine.Reports.Model;

namespace SearchEngine.Cleaning.Tests;

public sealed class DocumentTextTests
{
    [Fact]
    public void A_docx_of_a_table_alone_returns_the_text_of_its_cells()
    {
        byte[] bytes = Docx(Table(["序号", "事项", "责任单位"], ["1", "修订执法程序规定", "县司法局"], ["2", "清理规范性文件", "县政府办公室"]));

        CleanReport report = Clean(bytes);

        Assert.Equal(PageKind.Other, report.Kind);
        Assert.Equal("序号 事项 责任单位\n1 修订执法程序规定 县司法局\n2 清理规范性文件 县政府办公室", report.Text);
    }

    [Fact]
    public void A_table_in_a_cell_is_read_once()
    {
        Table outer = Table(["外层说明文字"]);
        outer.Descendants<TableCell>().First().Append(Table(["内层甲", "内层乙"]));

        Assert.Equal("外层说明文字 内层甲 内层乙\n", DocxText.Read(Docx(outer)));
    }

    [Fact]
    public void A_text_box_is_read_once_and_headers_are_not()
    {
        const string Xml = "<w:p xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\"><w:r><w:t>段落文字</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:wsp><wps:txbx><w:txbxContent><w:p><w:r><w:t>框内文字</w:t></w:r></w:p></w:txbxContent></wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>框内文字</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>";

        string text = DocxText.Read(Docx(new Paragraph(Xml)));

        Assert.Equal("段落文字\n框内文字\n", text);
    }

    [Fact]
    public void A_docx_without_text_is_an_error() =>
        Assert.EndsWith("。", Assert.Throws<UnreadableInputException>(() => Clean(Docx(new Paragraph()))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_pdf_without_text_is_an_error_that_asks_for_recognition()
    {
        NeedsTool("pdftotext");

        Assert.Contains("需OCR", Assert.Throws<UnreadableInputException>(() => Clean(Pdf(""))).Message, StringComparison.Ordinal);
        Assert.Throws<UnreadableInputException>(() => Clean("%PDF-1.4\n%%EOF"u8.ToArray()));
    }

    [Fact]
    public void A_pdf_with_text_is_read()
    {
        NeedsTool("pdftotext");

        CleanReport report = Clean(Pdf("The county opened its records to the public last week, officials said."));

        Assert.Contains("opened its records", report.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_doc_is_refused_with_a_sentence()
    {
        NeedsTool("antiword", "catdoc");
        byte[] bytes = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[2048]];

        Assert.EndsWith("。", Assert.Throws<UnreadableInputException>(() => Clean(bytes)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Soup_is_told_from_writing()
    {
        Random random = new(7);
        string han = string.Concat(Enumerable.Range(0, 400).Select(_ => (char)random.Next(0x4E00, 0x9FA5)));
        string lost = string.Concat(Enumerable.Repeat("坚持\uE012依法\uF0A7", 40));
        string glyphs = string.Concat(Enumerable.Repeat("(cid:1234)(cid:88) ", 40));

        Assert.All([han, lost, glyphs], text => Assert.True(TextSoup.IsSoup(text)));
        Assert.All([Pages.Prose + Pages.Prose, "English text only, of some length.", "一\uE000"[..1], ""], text => Assert.False(TextSoup.IsSoup(text)));
    }

    public static TheoryData<string, string[]> Broken => new()
    {
        { "关于印发县级行政执法人员培训考核办法等三个文件\n的通知如下，请各单位遵照执行，切实抓好工作落实。", ["关于印发县级行政执法人员培训考核办法等三个文件的通知如下，请各单位遵照执行，切实抓好工作落实。"] },
        { "坚持依法行政，推进各项工作按期完成任务并验收。\n各单位要加强协调配合，形成推动工作的整体合力。", ["坚持依法行政，推进各项工作按期完成任务并验收。", "各单位要加强协调配合，形成推动工作的整体合力。"] },
        { "坚持依法行政，推进各项工作按期完成任务并进行验\n二、存在的主要问题和不足之处及其原因的逐项分析", ["坚持依法行政，推进各项工作按期完成任务并进行验", "二、存在的主要问题和不足之处及其原因的逐项分析"] },
        { "坚持依法行政，推进各项工作按期完成任务并进行验\n\n收，切实提高工作质量和效率，形成长效机制并推广。", ["坚持依法行政，推进各项工作按期完成任务并进行验收，切实提高工作质量和效率，形成长效机制并推广。"] },
        { "短标题\n坚持依法行政，推进各项工作按期完成任务并进行验收。", ["短标题", "坚持依法行政，推进各项工作按期完成任务并进行验收。"] },
        { "坚持依法行政，推进各项工作按期完成任务并使用 AI\nmodel 提高质量，形成长效机制，逐步推广到全县各地。", ["坚持依法行政，推进各项工作按期完成任务并使用 AI model 提高质量，形成长效机制，逐步推广到全县各地。"] },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void Lines_that_the_width_broke_are_joined(string broken, string[] lines) =>
        Assert.Equal(lines, HardBreaks.Join(PlainTextReader.Read(broken), []).Lines.Select(line => line.Text));

    private static CleanReport Clean(byte[] bytes) => new PageCleaner().Clean(new PageInput(bytes, null, null, null, null));

    private static void NeedsTool(params string[] tools)
    {
        string[] path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        Assert.SkipUnless(path.Any(folder => tools.Any(tool => File.Exists(Path.Combine(folder, tool)))), $"none of {string.Join(", ", tools)} is installed");
    }

    private static Table Table(params string[][] rows) => new(rows.Select(row =>
        new TableRow(row.Select(cell => new TableCell(new Paragraph(new Run(new Text(cell))))))));

    private static byte[] Docx(OpenXmlElement content)
    {
        using MemoryStream stream = new();
        using (WordprocessingDocument document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            MainDocumentPart main = document.AddMainDocumentPart();
            main.Document = new Document(new Body(content));
            main.AddNewPart<HeaderPart>().Header = new Header(new Paragraph(new Run(new Text("页眉文字"))));
        }

        return stream.ToArray();
    }

    // The least file that readers take for a PDF with one line of text.
    private static byte[] Pdf(string line)
    {
        string stream = line.Length == 0 ? "" : $"BT /F1 12 Tf 40 700 Td ({line}) Tj ET";
        string[] objects =
        [
            "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
            $"<</Length {stream.Length}>>stream\n{stream}\nendstream", "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        ];
        StringBuilder file = new("%PDF-1.4\n");
        List<int> offsets = [];
        for (int i = 0; i < objects.Length; i++)
        {
            offsets.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj{objects[i]}endobj\n");
        }

        int table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        foreach (int offset in offsets)
            file.Append(CultureInfo.InvariantCulture, $"{offset:0000000000} 00000 n \n");
        return Encoding.ASCII.GetBytes(file.Append(CultureInfo.InvariantCulture, $"trailer<</Size {objects.Length + 1}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n").ToString());
    }
}
