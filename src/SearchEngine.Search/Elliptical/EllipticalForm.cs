using SearchEngine.Index.Analysis;
using SearchEngine.Index.Query;

namespace SearchEngine.Search.Elliptical;

/// <summary>
/// A phrase of two halves of two Han characters each (府院 + 联动), which an enumeration may write in shortened form:
/// 府院、府检联动 names 府院联动 without writing it.
/// </summary>
/// <param name="Head">The first half in canonical characters.</param>
/// <param name="Tail">The second half.</param>
public sealed record EllipticalForm(string Head, string Tail)
{
    /// <summary>Canonical characters of a half.</summary>
    public const int HalfLength = 2;

    /// <summary>What may stand between the members of the enumeration.</summary>
    internal static IReadOnlyList<char> Separators { get; } = ['、', '和', '与'];

    /// <summary>The form of a phrase; null when it is not four Han characters.</summary>
    public static EllipticalForm? Of(string phrase, IAnalyzer analyzer)
    {
        UnitBuffer buffer = new();
        analyzer.Analyze(phrase, buffer);
        if (buffer.Count != 2 * HalfLength)
            return null;
        Span<char> canonical = stackalloc char[2 * HalfLength];
        for (int i = 0; i < buffer.Count; i++)
        {
            Unit unit = buffer.Units[i];
            if (unit.Kind != UnitKind.Character || !IsHan(unit.Value))
                return null;
            canonical[i] = (char)unit.Value;
        }

        return new EllipticalForm(canonical[..HalfLength].ToString(), canonical[HalfLength..].ToString());
    }

    /// <summary>
    /// A query that every report with a shortened form matches, and others too: the text has to be looked at. To be run
    /// with 、 as an ordinary sign, that is, not in the wide mode.
    /// </summary>
    public Query Candidates() => new NearQuery(
        new OrQuery([.. Separators.Select(separator => new PhraseQuery(Head + separator))]),
        new PhraseQuery(Tail),
        NearScope.Sentence,
        0,
        Ordered: true);

    /// <summary>True for a Han character of the basic plane; the rarer ones never begin a practice's name.</summary>
    internal static bool IsHan(int codePoint) => codePoint is (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF);
}
