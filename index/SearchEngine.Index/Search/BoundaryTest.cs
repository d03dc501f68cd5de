namespace SearchEngine.Index.Search;

/// <summary>
/// The pair that stands at an offset behind a start where the unit that ? stands for is a boundary: there is no match
/// then.
/// </summary>
/// <param name="First">The pair's first symbol.</param>
/// <param name="Second">Its second symbol.</param>
/// <param name="Offset">Units from the start to the pair.</param>
internal readonly record struct BoundaryTest(int First, int Second, int Offset)
{
    /// <summary>True when the boundary comes first. The end of a paragraph, which is a boundary too, is in no such
    /// pair.</summary>
    public bool IsBeforePair => First == Codec.PairKey.Cut;
}
