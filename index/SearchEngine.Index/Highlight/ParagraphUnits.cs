using SearchEngine.Index.Analysis;

namespace SearchEngine.Index.Highlight;

/// <summary>
/// The units of one paragraph as a mode sees them, with the boundary at its end. Reused from paragraph to paragraph.
/// </summary>
internal sealed class ParagraphUnits(IAnalyzer analyzer, bool wide)
{
    private readonly UnitBuffer _buffer = new();
    private readonly List<Unit> _units = [];

    public int Count => _units.Count;

    public Unit this[int index] => _units[index];

    public void Load(string paragraph)
    {
        analyzer.Analyze(paragraph, _buffer);
        _buffer.AddBoundary(endsSentence: true, paragraph.Length, paragraph.Length);
        _units.Clear();
        foreach (ref readonly Unit unit in _buffer.Units)
        {
            if (!wide || unit.Kind != UnitKind.Ignorable)
                _units.Add(unit);
        }
    }

    public ReadOnlySpan<char> RunText(in Unit run) => _buffer.RunText(run);
}
