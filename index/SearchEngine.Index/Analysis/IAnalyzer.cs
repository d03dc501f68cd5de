namespace SearchEngine.Index.Analysis;

/// <summary>
/// Turns text into canonical units. The index, its queries and its highlighting all use the same analyzer, so that what
/// is counted is what is marked. Implementations hold no state and may be used from several threads.
/// </summary>
public interface IAnalyzer
{
    /// <summary>
    /// Name and version of the rules, ASCII, at most 64 characters. It is written into the index; an index made under
    /// another name is refused, because its counts would be wrong without a sign.
    /// </summary>
    string Name { get; }

    /// <summary>
    /// Replaces the content of <paramref name="units"/> by the units of one paragraph (or of one phrase). Never throws,
    /// whatever the text; a surrogate without its partner is U+FFFD.
    /// </summary>
    void Analyze(ReadOnlySpan<char> text, UnitBuffer units);
}
