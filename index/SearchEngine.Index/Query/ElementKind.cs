namespace SearchEngine.Index.Query;

/// <summary>The steps a pattern is made of.</summary>
internal enum ElementKind
{
    /// <summary>One character.</summary>
    Character,

    /// <summary>One boundary, whichever sign.</summary>
    Boundary,

    /// <summary>One whole run.</summary>
    Run,

    /// <summary>One run that fits a glob.</summary>
    RunGlob,

    /// <summary>Any one unit that is no boundary.</summary>
    One,

    /// <summary>No unit to <see cref="IndexLimits.WildcardUnits"/> units, none of which ends a sentence.</summary>
    Gap,
}
