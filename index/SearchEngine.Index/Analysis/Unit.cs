namespace SearchEngine.Index.Analysis;

/// <summary>A canonical unit and the piece of the original text that it stands for.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">A character's code point; a run's position in the buffer of run text; 0 for boundaries.</param>
/// <param name="RunLength">Number of canonical UTF-16 units of a run, 0 for others.</param>
/// <param name="Start">First UTF-16 position in the original.</param>
/// <param name="End">Position behind the last one.</param>
public readonly record struct Unit(UnitKind Kind, int Value, int RunLength, int Start, int End)
{
    public bool IsRun => Kind is UnitKind.Letters or UnitKind.Digits;

    public bool IsBoundary => Kind >= UnitKind.Boundary;
}
