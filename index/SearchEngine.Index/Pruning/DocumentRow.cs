namespace SearchEngine.Index.Pruning;

/// <summary>Neighbouring documents of a segment that are looked at together.</summary>
/// <param name="First">The first document.</param>
/// <param name="End">The one behind the last.</param>
/// <param name="FirstStretch">The first stretch.</param>
/// <param name="EndStretch">The one behind the last.</param>
internal readonly record struct DocumentRow(int First, int End, int FirstStretch, int EndStretch)
{
    /// <summary>Documents of a row: few, so that the blocks that meet it are few and what is greatest in them says
    /// something; many, so that bounds are summed seldom.</summary>
    public const int Most = 512;

    /// <summary>Stretches beyond which no document is added to a row.</summary>
    public const int MostStretches = 1_024;
}
