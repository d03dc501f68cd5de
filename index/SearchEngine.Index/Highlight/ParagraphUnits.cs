using System.Runtime.InteropServices;
using SearchEngine.Index.Analysis;

namespace SearchEngine.Index.Highlight;

/// <summary>
/// The units of one paragraph as a mode sees them, with the boundary at its end. Reused from paragraph to paragraph.
/// </summary>
internal sealed class ParagraphUnits(IAnalyzer analyzer, bool wide)
{
    private readonly UnitBuffer _buffer = new();
    private readonly List<Unit> _kept = [];

    public int Count => All.Length;

    /// <summary>Valid until the next paragraph.</summary>
    public ReadOnlySpan<Unit> All => wide ? CollectionsMarshal.AsSpan(_kept) : _buffer.Units;

    public Unit this[int index] => All[index];

    public void Load(ReadOnlySpan<char> paragraph)
    {
        analyzer.Analyze(paragraph, _buffer);
        _buffer.AddBoundary(endsSentence: true, paragraph.Length, paragraph.Length);
        if (!wide)
            return;
        _kept.Clear();
        foreach (ref readonly Unit unit in _buffer.Units)
        {
            if (unit.Kind != UnitKind.Ignorable)
                _kept.Add(unit);
        }
    }

    public ReadOnlySpan<char> RunText(in Unit run) => _buffer.RunText(run);
}
