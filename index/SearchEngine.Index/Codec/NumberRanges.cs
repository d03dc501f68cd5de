namespace SearchEngine.Index.Codec;

/// <summary>Ranges of numbers, ascending, none of which touches another's numbers: of a list only what lies in them is
/// wanted.</summary>
/// <param name="begins">The first number of each range.</param>
/// <param name="ends">The number behind the last one of each, as many.</param>
internal readonly ref struct NumberRanges(ReadOnlySpan<int> begins, ReadOnlySpan<int> ends)
{
    public ReadOnlySpan<int> Begins { get; } = begins;

    public ReadOnlySpan<int> Ends { get; } = ends;

    public int Count => Begins.Length;
}
