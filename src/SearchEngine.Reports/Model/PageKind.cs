namespace SearchEngine.Reports.Model;

/// <summary>What a cleaned page is. Only <see cref="Report"/> goes into the index.</summary>
public enum PageKind
{
    /// <summary>The yearly account of a government, a department, a zone or a town on its work.</summary>
    Report,

    /// <summary>An article of another kind: a notice, a piece of news, a law.</summary>
    Other,

    /// <summary>A column page: links to articles, no article of its own.</summary>
    List,

    /// <summary>A page whose article is only in an attachment.</summary>
    Attachment,

    /// <summary>A challenge or refusal served in the article's place.</summary>
    Blocked,

    /// <summary>Nothing readable.</summary>
    Empty,
}
