namespace SearchEngine.Index.Analysis;

/// <summary>The canonical units of one text; reused from text to text, so that analysis allocates nothing. Not for
/// several threads.</summary>
public sealed class UnitBuffer
{
    private const int InitialSize = 64;

    private Unit[] _units = new Unit[InitialSize];
    private char[] _runText = new char[InitialSize];
    private int _runTextLength;

    /// <summary>The units in the order of the text, starts ascending. Valid until the next analysis.</summary>
    public ReadOnlySpan<Unit> Units => _units.AsSpan(0, Count);

    public int Count { get; private set; }

    private ref Unit Last => ref _units[Count - 1];

    /// <summary>The canonical characters of a run of this buffer.</summary>
    public ReadOnlySpan<char> RunText(in Unit run) => _runText.AsSpan(run.Value, run.RunLength);

    public void Clear()
    {
        Count = 0;
        _runTextLength = 0;
    }

    /// <summary>
    /// Room for units behind those there are, for a row of plain characters to be written at once. Valid until anything
    /// is added; what <see cref="Take"/> does not take is no unit.
    /// </summary>
    public Span<Unit> Room(int count)
    {
        if (_units.Length - Count < count)
            Array.Resize(ref _units, Math.Max(Count + count, 2 * _units.Length));
        return _units.AsSpan(Count, count);
    }

    /// <summary>Takes the first units of the last <see cref="Room"/>, all of kind
    /// <see cref="UnitKind.Character"/>.</summary>
    public void Take(int count) => Count += count;

    public void AddCharacter(int codePoint, int start, int end) =>
        Add(new Unit(UnitKind.Character, codePoint, 0, start, end));

    /// <summary>
    /// Adds a sign of class B. Behind <see cref="IndexLimits.IgnorableRow"/> of them in a row one more is an ordinary
    /// character, so that the distance between two units in the wide mode stays bounded.
    /// </summary>
    public void AddIgnorable(int codePoint, int start, int end)
    {
        int row = 0;
        while (row < Count && _units[Count - 1 - row].Kind == UnitKind.Ignorable && row < IndexLimits.IgnorableRow)
            row++;
        UnitKind kind = row < IndexLimits.IgnorableRow ? UnitKind.Ignorable : UnitKind.Character;
        Add(new Unit(kind, codePoint, 0, start, end));
    }

    /// <summary>Adds a sign that no phrase crosses; signs in a row are one unit.</summary>
    public void AddBoundary(bool endsSentence, int start, int end)
    {
        UnitKind kind = endsSentence ? UnitKind.SentenceEnd : UnitKind.Boundary;
        if (Count > 0 && Last.IsBoundary)
            Last = new Unit(Last.Kind > kind ? Last.Kind : kind, 0, 0, Last.Start, end);
        else
            Add(new Unit(kind, 0, 0, start, end));
    }

    /// <summary>Begins a run; its characters follow by <see cref="AppendToRun"/>.</summary>
    public void BeginRun(UnitKind kind, int start) => Add(new Unit(kind, _runTextLength, 0, start, start));

    /// <summary>
    /// Appends one canonical code unit to the run begun last. A run longer than <see cref="IndexLimits.RunLength"/>
    /// goes on as another unit: terms stay short whatever the text.
    /// </summary>
    public void AppendToRun(char canonical, int end)
    {
        if (Last.RunLength == IndexLimits.RunLength)
            BeginRun(Last.Kind, Last.End);
        if (_runTextLength == _runText.Length)
            Array.Resize(ref _runText, 2 * _runText.Length);
        _runText[_runTextLength++] = canonical;
        Last = new Unit(Last.Kind, Last.Value, Last.RunLength + 1, Last.Start, end);
    }

    private void Add(in Unit unit)
    {
        Room(1)[0] = unit;
        Count++;
    }
}
