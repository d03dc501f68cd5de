namespace SearchEngine.Index.Analysis;

/// <summary>A canonical unit and the piece of the original text that it stands for. 16 bytes.</summary>
public readonly record struct Unit
{
    private const int LengthShift = 8;
    private const int KindMask = (1 << LengthShift) - 1;

    private readonly int _kindAndRunLength;

    /// <param name="kind">What it is.</param>
    /// <param name="value">A character's code point; a run's position in the buffer of run text; 0 for
    /// boundaries.</param>
    /// <param name="runLength">Number of canonical UTF-16 units of a run, 0 for others.</param>
    /// <param name="start">First UTF-16 position in the original.</param>
    /// <param name="end">Position behind the last one.</param>
    public Unit(UnitKind kind, int value, int runLength, int start, int end)
    {
        _kindAndRunLength = (int)kind | (runLength << LengthShift);
        Value = value;
        Start = start;
        End = end;
    }

    public int Value { get; }

    public int Start { get; }

    public int End { get; }

    public UnitKind Kind => (UnitKind)(_kindAndRunLength & KindMask);

    public int RunLength => _kindAndRunLength >> LengthShift;

    public bool IsRun => Kind is UnitKind.Letters or UnitKind.Digits;

    public bool IsBoundary => Kind >= UnitKind.Boundary;
}
