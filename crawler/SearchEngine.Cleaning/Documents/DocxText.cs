using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace SearchEngine.Cleaning.Documents;

/// <summary>Reads the paragraphs and table rows of a DOCX, in order.</summary>
internal static class DocxText
{
    // An archive may unpack to a thousand times its size; a report's text has under a million characters.
    private const long MaxPartChars = 16 * 1024 * 1024;

    public static string Read(byte[] bytes)
    {
        try
        {
            using MemoryStream stream = new(bytes, false);
            using WordprocessingDocument document = WordprocessingDocument.Open(
                stream, false, new OpenSettings { MaxCharactersInPart = MaxPartChars });
            StringBuilder text = new();
            if (document.MainDocumentPart?.Document.Body is { } body)
                foreach (OpenXmlElement element in body.ChildElements)
                    Append(element, text);
            return text.ToString();
        }
        catch (Exception error) when (error is OpenXmlPackageException or InvalidDataException or XmlException or FileFormatException or InvalidOperationException)
        {
            throw new UnreadableInputException("这份 docx 文稿已损坏，无法读取。");
        }
    }

    private static void Append(OpenXmlElement element, StringBuilder text)
    {
        if (element is Table table)
            foreach (TableRow row in table.Descendants<TableRow>())
                text.AppendJoin(' ', row.Elements<TableCell>().Select(cell => cell.InnerText.Trim())
                    .Where(cell => cell.Length > 0)).Append('\n');
        else if (element is Paragraph paragraph)
            text.Append(LineOf(paragraph)).Append('\n');
        else
            foreach (Paragraph inner in element.Descendants<Paragraph>())
                text.Append(LineOf(inner)).Append('\n');
    }

    private static string LineOf(Paragraph paragraph)
    {
        StringBuilder line = new();
        foreach (OpenXmlElement part in paragraph.Descendants())
            if (part is Text run)
                line.Append(run.Text);
            else if (part is TabChar)
                line.Append(' ');
            else if (part is Break)
                line.Append('\n');
        return line.ToString();
    }
}
