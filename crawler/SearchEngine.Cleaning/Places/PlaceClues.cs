namespace SearchEngine.Cleaning.Places;

/// <summary>Everything on a page that may tell whose report it is.</summary>
internal sealed record PlaceClues
{
    public string? Title { get; init; }

    public int? Year { get; init; }

    public string? IndexNumber { get; init; }

    /// <summary>网站标识码 from the meta SiteIDCode or the page's foot.</summary>
    public string? SiteCode { get; init; }

    /// <summary>Organisations that the page names outside its text, with where: 发文机关, 来源, 网站名 ….</summary>
    public IReadOnlyList<(string Text, string From)> Organisations { get; init; } = [];

    /// <summary>First paragraph of the text.</summary>
    public string? Opening { get; init; }

    /// <summary>The whole text, for votes on which of several places of one name is meant.</summary>
    public string Body { get; init; } = "";

    /// <summary>False for articles that account for nothing: their title may name a place they only write
    /// about.</summary>
    public bool TitleTells { get; init; } = true;
}
