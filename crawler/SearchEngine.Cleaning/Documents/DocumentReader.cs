using SearchEngine.Cleaning.Lines;
using SearchEngine.Cleaning.Reading;
using SearchEngine.Reports.Model;

namespace SearchEngine.Cleaning.Documents;

/// <summary>Reads PDF, DOCX and DOC into the same lines as pages.</summary>
internal static class DocumentReader
{
    /// <summary>The format that the first bytes show, or null.</summary>
    public static DocumentFormat? FormatOf(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("%PDF-"u8))
            return DocumentFormat.Pdf;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]))
            return DocumentFormat.Doc;
        return bytes.StartsWith((ReadOnlySpan<byte>)[0x50, 0x4B, 0x03, 0x04])
            && bytes[..Math.Min(bytes.Length, 65_536)].IndexOf("word/"u8) >= 0
            ? DocumentFormat.Docx
            : null;
    }

    /// <summary>The lines of a document.</summary>
    /// <exception cref="UnreadableInputException">The converter is not installed, failed, or took too long; or the document
    /// has no text.</exception>
    public static ReadPage Read(byte[] bytes, DocumentFormat format)
    {
        if (format == DocumentFormat.Docx)
            return new ReadPage(PlainTextReader.Read(NotEmpty(DocxText.Read(bytes), "docx")), "utf-8", "docx", null, []);
        string text = format == DocumentFormat.Pdf ? NotEmpty(Converters.Pdf(bytes), "PDF")
            : NotEmpty(Converters.Doc(bytes), "DOC");
        if (TextSoup.IsSoup(text))
            return new ReadPage(new PageOutline(), "utf-8", "", "需OCR：文稿的文字层是乱码，不收录", []);
        PageOutline broken = PlainTextReader.Read(text);
        List<Repair> repairs = [];
        return new ReadPage(HardBreaks.Join(broken, repairs), "utf-8", format == DocumentFormat.Pdf ? "pdf"
            : "doc", null, repairs);
    }

    private static string NotEmpty(string text, string format) => !string.IsNullOrWhiteSpace(text)
        ? text : throw new UnreadableInputException($"这份 {format} 文稿没有文字，可能是扫描件，需OCR后再导入。");
}
