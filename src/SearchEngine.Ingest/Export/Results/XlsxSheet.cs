using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace SearchEngine.Ingest.Export.Results;

/// <summary>
/// Writes a workbook of one table (Office Open XML, ECMA-376 part 1: workbook, worksheet, inline strings), row by row:
/// memory does not grow with the rows. A full sheet is followed by another one with the same heading. Text goes in as
/// text, so no cell can be a formula.
/// </summary>
internal sealed class XlsxSheet : IDisposable
{
    /// <summary>Rows of a sheet, heading included: the format's limit.</summary>
    public const int MaxRows = 1_048_576;

    // Characters of a cell: the format's limit; a spreadsheet refuses the whole file beyond it.
    private const int MaxCharacters = 32_767;
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/";

    private readonly ZipArchive _zip;
    private readonly IReadOnlyList<string> _heading;
    private readonly int _maxRows;
    private XmlWriter? _sheet;
    private int _sheets;
    private int _rows;

    /// <param name="stream">Where the file goes; it need not be able to seek, and is left open.</param>
    /// <param name="heading">Names of the columns.</param>
    /// <param name="maxRows">Rows of a sheet, at least 2.</param>
    public XlsxSheet(Stream stream, IReadOnlyList<string> heading, int maxRows = MaxRows)
    {
        _zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        _heading = heading;
        _maxRows = maxRows;
        BeginSheet();
    }

    /// <summary>Writes a row; a value is a text, a number or null.</summary>
    public void Write(IReadOnlyList<object?> values)
    {
        if (_rows == _maxRows)
            BeginSheet();
        Row(values);
    }

    public void Dispose()
    {
        EndSheet();
        WriteParts();
        _zip.Dispose();
    }

    private void BeginSheet()
    {
        EndSheet();
        _sheets++;
        _rows = 0;
        _sheet = Part($"xl/worksheets/sheet{_sheets}.xml");
        _sheet.WriteStartElement("worksheet", Main);
        _sheet.WriteStartElement("sheetData", Main);
        Row(_heading);
    }

    private void EndSheet()
    {
        if (_sheet is null)
            return;
        _sheet.WriteEndDocument();
        _sheet.Dispose();
    }

    private void Row(IReadOnlyList<object?> values)
    {
        XmlWriter sheet = _sheet!;
        sheet.WriteStartElement("row", Main);
        sheet.WriteAttributeString("r", Digits(++_rows));
        for (int column = 0; column < values.Count; column++)
        {
            if (values[column] is not { } value)
                continue;
            sheet.WriteStartElement("c", Main);
            sheet.WriteAttributeString("r", Letters(column) + Digits(_rows));
            if (value is string text)
            {
                sheet.WriteAttributeString("t", "inlineStr");
                sheet.WriteStartElement("is", Main);
                sheet.WriteStartElement("t", Main);
                sheet.WriteAttributeString("xml", "space", null, "preserve");
                sheet.WriteString(Clean(text));
                sheet.WriteEndElement();
                sheet.WriteEndElement();
            }
            else
            {
                sheet.WriteElementString("v", Main, Convert.ToString(value, CultureInfo.InvariantCulture));
            }

            sheet.WriteEndElement();
        }

        sheet.WriteEndElement();
    }

    private void WriteParts()
    {
        const string Kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        const string RelationType = "application/vnd.openxmlformats-package.relationships+xml";
        string[] sheets = [.. Enumerable.Range(1, _sheets).Select(Digits)];
        Whole("xl/workbook.xml", $"""
            <workbook xmlns="{Main}" xmlns:r="{Office}"><sheets>
            {Each(sheets, "<sheet name='报告#' sheetId='#' r:id='s#'/>")}
            </sheets></workbook>
            """);
        Whole("xl/_rels/workbook.xml.rels", $"""
            <Relationships xmlns="{Package}relationships">
            {Each(sheets, $"<Relationship Id='s#' Type='{Office}/worksheet' Target='worksheets/sheet#.xml'/>")}
            </Relationships>
            """);
        Whole("_rels/.rels", $"""
            <Relationships xmlns="{Package}relationships">
            <Relationship Id="w" Type="{Office}/officeDocument" Target="xl/workbook.xml"/>
            </Relationships>
            """);
        Whole("[Content_Types].xml", $"""
            <Types xmlns="{Package}content-types"><Default Extension="rels" ContentType="{RelationType}"/>
            <Override PartName="/xl/workbook.xml" ContentType="{Kind}sheet.main+xml"/>
            {Each(sheets, $"<Override PartName='/xl/worksheets/sheet#.xml' ContentType='{Kind}worksheet+xml'/>")}
            </Types>
            """);
    }

    private static string Each(string[] sheets, string element) =>
        string.Concat(sheets.Select(sheet => element.Replace("#", sheet, StringComparison.Ordinal)));

    private XmlWriter Part(string name) => XmlWriter.Create(
        _zip.CreateEntry(name, CompressionLevel.Fastest).Open(),
        new XmlWriterSettings { Encoding = new UTF8Encoding(false), CloseOutput = true });

    private void Whole(string name, string xml)
    {
        using XmlWriter part = Part(name);
        using var reader = XmlReader.Create(new StringReader(xml.Trim()));
        part.WriteNode(reader, defattr: true);
    }

    // XML has no place for control characters and halves of a pair.
    private static string Clean(string text)
    {
        if (text.Length > MaxCharacters)
            text = text[..MaxCharacters];
        var clean = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            bool fits = rune.Value is '\t' or '\n' or '\r' or (>= 0x20 and not (0xFFFE or 0xFFFF));
            clean.Append(fits ? rune.ToString() : "\uFFFD");
        }

        return clean.ToString();
    }

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Letters(int column)
    {
        string letters = "";
        for (; column >= 0; column = (column / 26) - 1)
            letters = (char)('A' + (column % 26)) + letters;
        return letters;
    }
}
