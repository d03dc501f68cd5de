namespace SearchEngine.Index.Query;

/// <summary>The size of what a leaf looks for; each is scored with parameters of its own.</summary>
internal enum Grain
{
    /// <summary>A phrase, wildcard or nearness that the query asks for.</summary>
    Phrase,

    /// <summary>Two neighbouring characters of a related query.</summary>
    Pair,

    /// <summary>A character or run of a related query alone.</summary>
    Single,
}
