using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;

namespace SearchEngine.Cleaning.Documents;

/// <summary>Reads the paragraphs, table rows and text boxes of a DOCX, in order.</summary>
internal static class DocxText
{
    // An archive may unpack to a thousand times its size; a report's text has under a million characters.
    private const long MaxPartChars = 16 * 1024 * 1024;

    // Tables in tables in text boxes; nobody writes deeper than this.
    private const int MaxDepth = 64;

    public static string Read(byte[] bytes)
    {
        try
        {
            using MemoryStream stream = new(bytes, false);
            using WordprocessingDocument document = WordprocessingDocument.Open(
                stream, false, new OpenSettings { MaxCharactersInPart = MaxPartChars });
            StringBuilder text = new();
            if (document.MainDocumentPart?.Document?.Body is { } body)
                AppendAll(body, text, 0);
            return text.ToString();
        }
        catch (Exception error) when (error is OpenXmlPackageException or InvalidDataException or XmlException or FileFormatException or InvalidOperationException)
        {
            throw new UnreadableInputException("这份 docx 文稿已损坏，无法读取。");
        }
    }

    // Blocks in order. Headers and footers are other parts of the file and repeat on every page; they are not read.
    // Elements are told by their names: inside shapes the library leaves some of them without a type.
    private static void AppendAll(OpenXmlElement parent, StringBuilder text, int depth)
    {
        if (depth > MaxDepth)
            return;
        foreach (OpenXmlElement element in parent.ChildElements)
            if (element.LocalName == "tr")
                text.AppendJoin(' ', element.ChildElements.Where(cell => cell.LocalName == "tc")
                    .Select(cell => CellText(cell, depth + 1)).Where(cell => cell.Length > 0)).Append('\n');
            else if (element.LocalName == "p")
                AppendParagraph(element, text, depth + 1);
            else if (element.LocalName is not "Fallback")
                AppendAll(element, text, depth + 1);
    }

    private static string CellText(OpenXmlElement cell, int depth)
    {
        StringBuilder text = new();
        AppendAll(cell, text, depth);
        return string.Join(' ', text.ToString()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    private static void AppendParagraph(OpenXmlElement paragraph, StringBuilder text, int depth)
    {
        List<OpenXmlElement> boxes = [];
        AppendRuns(paragraph, text, boxes, depth);
        text.Append('\n');
        foreach (OpenXmlElement box in boxes)
            AppendAll(box, text, depth + 1);
    }

    // A text box stands twice in the file, for readers of both generations; the second writing is passed over.
    private static void AppendRuns(OpenXmlElement parent, StringBuilder text, List<OpenXmlElement> boxes, int depth)
    {
        if (depth > MaxDepth)
            return;
        foreach (OpenXmlElement part in parent.ChildElements)
            switch (part.LocalName)
            {
                case "t":
                    text.Append(part.InnerText);
                    break;
                case "tab":
                    text.Append(' ');
                    break;
                case "br" or "cr":
                    text.Append('\n');
                    break;
                case "txbxContent":
                    boxes.Add(part);
                    break;
                case "pPr" or "rPr" or "Fallback":
                    break;
                default:
                    AppendRuns(part, text, boxes, depth + 1);
                    break;
            }
    }
}
