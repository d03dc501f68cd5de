namespace SearchEngine.Cleaning.Lines;

/// <summary>Reads plain text, as copied from a page or converted from a document, into lines.</summary>
internal static class PlainTextReader
{
    public static PageOutline Read(string text)
    {
        PageOutline outline = new() { IsHtml = false };
        outline.AddNode(-1, "#text", "");
        bool blank = true;
        foreach (ReadOnlySpan<char> raw in text.AsSpan().EnumerateLines())
        {
            string line = TextTidy.Line(raw.Length > CleaningLimits.MaxLineChars ? raw[..CleaningLimits.MaxLineChars]
                : raw);
            if (line.Length > 0)
                outline.Lines.Add(new PageLine { Text = line, AfterBlank = blank });
            blank = line.Length == 0;
            if (outline.Lines.Count >= CleaningLimits.MaxLines)
                break;
        }

        return outline;
    }
}
