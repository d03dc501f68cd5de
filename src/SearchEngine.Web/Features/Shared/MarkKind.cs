namespace SearchEngine.Web.Features.Shared;

/// <summary>What a run of text is to the query.</summary>
public enum MarkKind
{
    /// <summary>Plain text.</summary>
    None,

    /// <summary>A literal hit.</summary>
    Literal,

    /// <summary>A half of a phrase that is written in shortened form.</summary>
    Half,

    /// <summary>What stands between the halves.</summary>
    Bridge,

    /// <summary>A related word: bold, never marked as a hit.</summary>
    Related,
}
