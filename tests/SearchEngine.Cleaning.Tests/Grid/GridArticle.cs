namespace SearchEngine.Cleaning.Tests.Grid;

/// <summary>An article of our own words, before any site puts its markup around it.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Lines">Its lines: plain ones are the body; those after "~ " may be in the body or not (signature,
/// caption, list of files); "|" parts the cells of a table row; "# " is a centred heading of the body.</param>
internal sealed record GridArticle(string Title, string[] Lines)
{
    /// <summary>Its own number, which stands under the title; null for none.</summary>
    public string? Number { get; init; }

    /// <summary>True when a number in the body may pass for the page's own.</summary>
    public bool NumberInside { get; init; }

    /// <summary>Date under the text, as a day; null for none.</summary>
    public string? Written { get; init; }

    /// <summary>The lines that must be in the body, as a reader reads them.</summary>
    public IEnumerable<string> Core => Lines.Where(line => !line.StartsWith("~ ", StringComparison.Ordinal))
        .Select(Plain);

    /// <summary>The lines that may be in the body.</summary>
    public IEnumerable<string> Optional => Lines.Where(line => line.StartsWith("~ ", StringComparison.Ordinal))
        .Select(Plain);

    /// <summary>A line without its marks.</summary>
    public static string Plain(string line) => line.TrimStart('~', '#', ' ').Replace('|', ' ');

    public override string ToString() => Title;
}
