using SearchEngine.Index.Analysis;
using SearchEngine.Index.Search;

namespace SearchEngine.Search.Elliptical;

/// <summary>
/// Finds shortened forms in text: head, then one or more members of two characters each behind 、 和 or 与, then at once
/// the tail (府院、府检联动; 府院、府检和警调联动). Not for several threads: the buffer is reused.
/// </summary>
/// <param name="analyzer">The index's analyzer, so that width, case, variants and quotation marks do not
/// matter.</param>
/// <param name="members">Most members behind the head.</param>
public sealed class EllipticalFinder(IAnalyzer analyzer, int members)
{
    private readonly UnitBuffer buffer = new();

    /// <summary>Every shortened form in a paragraph, in order.</summary>
    public IReadOnlyList<EllipticalMatch> Find(string paragraph, EllipticalForm form)
    {
        analyzer.Analyze(paragraph, buffer);
        ReadOnlySpan<Unit> units = buffer.Units;
        List<EllipticalMatch>? found = null;
        for (int i = 0; i + EllipticalForm.HalfLength < units.Length; i++)
            if (IsHalf(units, i, form.Head)
                && TailBehind(units, i + EllipticalForm.HalfLength, form.Tail) is var tail and >= 0)
                (found ??= []).Add(new EllipticalMatch(RangeOf(units, i), RangeOf(units, tail)));
        return found ?? [];
    }

    private int TailBehind(ReadOnlySpan<Unit> units, int at, string tail)
    {
        for (int member = 0; member < members && IsSeparator(units, at); member++)
        {
            if (!IsMember(units, at + 1))
                return -1;
            at += 1 + EllipticalForm.HalfLength;
            if (IsHalf(units, at, tail))
                return at;
        }

        return -1;
    }

    private static bool IsHalf(ReadOnlySpan<Unit> units, int at, string half) =>
        at + 1 < units.Length && units[at].Value == half[0] && units[at + 1].Value == half[1]
        && units[at].Kind == UnitKind.Character && units[at + 1].Kind == UnitKind.Character;

    private static bool IsMember(ReadOnlySpan<Unit> units, int at) =>
        at + 1 < units.Length && IsHan(units[at]) && IsHan(units[at + 1]);

    private static bool IsHan(in Unit unit) => unit.Kind == UnitKind.Character && EllipticalForm.IsHan(unit.Value);

    private static bool IsSeparator(ReadOnlySpan<Unit> units, int at) =>
        at < units.Length && !units[at].IsRun && !units[at].IsBoundary
        && EllipticalForm.Separators.Contains((char)units[at].Value);

    private static TextRange RangeOf(ReadOnlySpan<Unit> units, int at) => new(units[at].Start, units[at + 1].End);
}
