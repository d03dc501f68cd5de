using SearchEngine.Index.Codec;

namespace SearchEngine.Index.Search;

/// <summary>One list that a phrase is made of.</summary>
/// <param name="Shift">Where in the phrase its term stands.</param>
/// <param name="Entry">The term, when it is one.</param>
/// <param name="Union">The positions, ascending, when it is several.</param>
internal readonly record struct PhraseSource(int Shift, TermEntry Entry, int[]? Union)
{
    public int Count => Union?.Length ?? Entry.Count;
}
