using System.Runtime.InteropServices;

namespace SearchEngine.Index.Analysis;

/// <summary>The canonical units of one text; reused from text to text, so that analysis allocates nothing. Not for
/// several threads.</summary>
public sealed class UnitBuffer
{
    private readonly List<Unit> _units = [];
    private readonly List<char> _runText = [];

    /// <summary>The units in the order of the text, starts ascending. Valid until the next analysis.</summary>
    public ReadOnlySpan<Unit> Units => CollectionsMarshal.AsSpan(_units);

    public int Count => _units.Count;

    /// <summary>The canonical characters of a run of this buffer.</summary>
    public ReadOnlySpan<char> RunText(in Unit run) =>
        CollectionsMarshal.AsSpan(_runText).Slice(run.Value, run.RunLength);

    public void Clear()
    {
        _units.Clear();
        _runText.Clear();
    }

    public void AddCharacter(int codePoint, int start, int end) =>
        _units.Add(new Unit(UnitKind.Character, codePoint, 0, start, end));

    /// <summary>
    /// Adds a sign of class B. Behind <see cref="IndexLimits.IgnorableRow"/> of them in a row one more is an ordinary
    /// character, so that the distance between two units in the wide mode stays bounded.
    /// </summary>
    public void AddIgnorable(int codePoint, int start, int end)
    {
        int row = 0;
        while (row < _units.Count && _units[^(row + 1)].Kind == UnitKind.Ignorable && row < IndexLimits.IgnorableRow)
            row++;
        UnitKind kind = row < IndexLimits.IgnorableRow ? UnitKind.Ignorable : UnitKind.Character;
        _units.Add(new Unit(kind, codePoint, 0, start, end));
    }

    /// <summary>Adds a sign that no phrase crosses; signs in a row are one unit.</summary>
    public void AddBoundary(bool endsSentence, int start, int end)
    {
        UnitKind kind = endsSentence ? UnitKind.SentenceEnd : UnitKind.Boundary;
        if (_units.Count > 0 && _units[^1].IsBoundary)
        {
            Unit last = _units[^1];
            _units[^1] = last with { Kind = last.Kind > kind ? last.Kind : kind, End = end };
            return;
        }

        _units.Add(new Unit(kind, 0, 0, start, end));
    }

    /// <summary>Begins a run; its characters follow by <see cref="AppendToRun"/>.</summary>
    public void BeginRun(UnitKind kind, int start) =>
        _units.Add(new Unit(kind, _runText.Count, 0, start, start));

    /// <summary>
    /// Appends one canonical code unit to the run begun last. A run longer than <see cref="IndexLimits.RunLength"/>
    /// goes on
    /// as another unit: terms stay short whatever the text.
    /// </summary>
    public void AppendToRun(char canonical, int end)
    {
        Unit last = _units[^1];
        if (last.RunLength == IndexLimits.RunLength)
        {
            BeginRun(last.Kind, last.End);
            last = _units[^1];
        }

        _runText.Add(canonical);
        _units[^1] = last with { RunLength = last.RunLength + 1, End = end };
    }
}
