namespace SearchEngine.Crawler.Discovery;

/// <summary>What an address is, as far as the link tells; the order is the order of fetching at one depth.</summary>
public enum LinkKind
{
    Seed = 0,
    Sitemap = 1,

    /// <summary>A further page of a list or an article.</summary>
    Pager = 2,

    Page = 3,

    /// <summary>A PDF, Word, WPS or Excel file.</summary>
    Attachment = 4,
}
