namespace SearchEngine.Cleaning.Tests.Grid;

/// <summary>A page of the grid with what a person reads off it.</summary>
/// <param name="Name">The parts it is put together from.</param>
/// <param name="Html">The page.</param>
/// <param name="Article">Its article.</param>
internal sealed record GridPage(string Name, string Html, GridArticle Article)
{
    public string? Date { get; init; }

    public string? Source { get; init; }

    public string? Number { get; init; }

    public string? Index { get; init; }

    /// <summary>Lines below the body that do not belong to it.</summary>
    public string[] Furniture { get; init; } = [];

    public override string ToString() => Name;
}
