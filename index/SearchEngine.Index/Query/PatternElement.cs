using SearchEngine.Index.Analysis;

namespace SearchEngine.Index.Query;

/// <summary>One step of a pattern.</summary>
/// <param name="Kind">What it stands for.</param>
/// <param name="CodePoint">For a character.</param>
/// <param name="Text">For a run its characters; for a run's glob the same with * and ? in it.</param>
/// <param name="RunKind">For runs and globs: letters or digits.</param>
internal sealed record PatternElement(ElementKind Kind, int CodePoint = 0, string Text = "", UnitKind RunKind = default)
{
    public bool IsLiteral => Kind is not (ElementKind.One or ElementKind.Gap);

    public static PatternElement Of(UnitBuffer buffer, in Unit unit)
    {
        if (unit.IsBoundary)
            return new PatternElement(ElementKind.Boundary);
        return unit.IsRun
            ? new PatternElement(ElementKind.Run, 0, buffer.RunText(unit).ToString(), unit.Kind)
            : new PatternElement(ElementKind.Character, unit.Value);
    }
}
