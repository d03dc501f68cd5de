namespace SearchEngine.Cleaning.Lines;

/// <summary>One line of a page as a reader sees it, with what the markup says about it.</summary>
internal sealed record PageLine
{
    /// <summary>The characters, tidied; never empty.</summary>
    public required string Text { get; init; }

    /// <summary>Number of the nearest block element in <see cref="PageOutline"/>; 0 for plain text.</summary>
    public int Node { get; init; }

    /// <summary>Characters that stand in links.</summary>
    public int LinkChars { get; init; }

    /// <summary>1 to 6 in h1 to h6, else 0.</summary>
    public int HeadingTag { get; init; }

    public bool Centered { get; init; }

    /// <summary>Bold or large throughout.</summary>
    public bool Strong { get; init; }

    /// <summary>In a part of the page that its markup calls navigation, footer, sharing or the like, or
    /// hides.</summary>
    public bool Noise { get; init; }

    /// <summary>Number of the table row, or -1 outside tables.</summary>
    public int Row { get; init; } = -1;

    /// <summary>Number of the cell within the page, or -1.</summary>
    public int Cell { get; init; } = -1;

    /// <summary>Address of the first link on the line, as written.</summary>
    public string? Href { get; init; }

    /// <summary>True when an empty line (of plain text) stands before it.</summary>
    public bool AfterBlank { get; init; }

    public double LinkShare => (double)LinkChars / Text.Length;
}
