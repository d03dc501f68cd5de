using System.Runtime.InteropServices;
using System.Text;
using SearchEngine.Index.Analysis;
using SearchEngine.Index.Reading;
using SearchEngine.Index.Schema;

namespace SearchEngine.Index.Indexing;

/// <summary>Documents that are not yet a segment.</summary>
internal sealed class DocumentBuffer(IndexSchema schema, IAnalyzer analyzer, EntryArena arena) : ISegmentContent
{
    private const int BytesPerParagraph = 16;
    private const int BytesPerDocument = 256;

    private readonly UnitBuffer _units = new();
    private readonly List<uint> _firstPositions = [0];
    private readonly List<uint> _firstParagraphs = [0];
    private readonly List<uint> _lengths = [];
    private readonly List<uint> _roleMasks = [];
    private readonly List<uint> _paragraphUnits = [];
    private readonly List<int> _paragraphTextStarts = [0];
    private readonly List<uint> _paragraphSections = [];
    private readonly List<byte> _paragraphKinds = [];
    private readonly List<Entry> _entries = [];
    private readonly Dictionary<string, int> _byId = new(StringComparer.Ordinal);
    private long _storedBytes;

    public TermAccumulator Terms { get; } = new(arena);

    /// <summary>Where the terms are gathered; free for another buffer when this one is written.</summary>
    public EntryArena Arena { get; } = arena;

    /// <summary>Documents added since and not replaced or deleted again.</summary>
    public int LiveDocuments => _byId.Count;

    /// <summary>Memory in use, near enough to keep to a budget.</summary>
    public long Bytes =>
        Terms.Bytes + _storedBytes + (2L * Arena.Text.WrittenCount) + ((long)Paragraphs * BytesPerParagraph) + ((long)Documents * BytesPerDocument);

    public int Positions => (int)_firstPositions[^1];

    public int Documents => _entries.Count;

    public int Paragraphs => _paragraphKinds.Count;

    public ReadOnlySpan<uint> FirstPositions => CollectionsMarshal.AsSpan(_firstPositions);

    public ReadOnlySpan<uint> FirstParagraphs => CollectionsMarshal.AsSpan(_firstParagraphs);

    public ReadOnlySpan<uint> Lengths => CollectionsMarshal.AsSpan(_lengths);

    public ReadOnlySpan<uint> RoleMasks => CollectionsMarshal.AsSpan(_roleMasks);

    /// <summary>Adds a document that <see cref="DocumentRules"/> has passed, in place of one with its id.</summary>
    public void Add(Document document)
    {
        int position = Positions;
        uint length = 0;
        uint roles = 0;
        foreach (Paragraph paragraph in document.Paragraphs)
        {
            analyzer.Analyze(paragraph.Text, _units);
            _paragraphSections.Add((uint)paragraph.Section);
            _paragraphKinds.Add(ParagraphKind.Of(paragraph));
            if (paragraph.Zone == Zone.Body)
                roles |= 1u << paragraph.Role;
            paragraph.Text.CopyTo(Arena.Text.GetSpan(paragraph.Text.Length));
            Arena.Text.Advance(paragraph.Text.Length);
            _paragraphTextStarts.Add(Arena.Text.WrittenCount);
            foreach (Unit unit in _units.Units)
                length += unit.IsBoundary ? 0u : 1u;
            int taken = Terms.Add(_units, position);
            _paragraphUnits.Add((uint)taken);
            position += taken;
        }

        // A document without paragraphs takes a position too, so that first positions are distinct.
        position = Math.Max(position, Positions + 1);
        _firstPositions.Add((uint)position);
        _firstParagraphs.Add((uint)Paragraphs);
        _lengths.Add(length);
        _roleMasks.Add(roles);
        _byId[document.Id] = Documents;
        Entry entry = new(document.Id, NumbersOf(document), StringsOf(document), Encoding.UTF8.GetBytes(document.Stored));
        _entries.Add(entry);
        _storedBytes += entry.Stored.Length;
    }

    /// <summary>True when the buffer held the document.</summary>
    public bool Delete(string id) => _byId.Remove(id);

    /// <summary>True when the buffer holds a document with this id.</summary>
    public bool Holds(string id) => _byId.ContainsKey(id);

    /// <summary>Documents that are still wanted, ascending.</summary>
    public int[] Live() => [.. _byId.Values.Order()];

    public string Id(int document) => _entries[document].Id;

    public bool TryNumber(int field, int document, out long value)
    {
        long? number = _entries[document].Numbers[field];
        value = number ?? 0;
        return number is not null;
    }

    public IReadOnlyList<string> Strings(int field, int document) => _entries[document].Strings[field];

    public void ReadParagraphs(int document, ParagraphTable table)
    {
        int first = (int)_firstParagraphs[document];
        table.Begin(document, first, _firstPositions[document]);
        for (int p = first; p < _firstParagraphs[document + 1]; p++)
            table.Add(_paragraphUnits[p], 0, _paragraphSections[p], _paragraphKinds[p]);
    }

    public ReadOnlySpan<char> Text(ParagraphTable table, int paragraph, ref char[] buffer)
    {
        int number = table.First + paragraph;
        return Arena.Text.WrittenSpan[_paragraphTextStarts[number].._paragraphTextStarts[number + 1]];
    }

    public ReadOnlySpan<byte> Stored(int document) => _entries[document].Stored;

    private long?[] NumbersOf(Document document) =>
        [.. schema.Fields.Select(field => document.Numbers.TryGetValue(field.Name, out long value) ? value : (long?)null)];

    private string[][] StringsOf(Document document) =>
        [.. schema.Fields.Select(field => document.Keywords.TryGetValue(field.Name, out IReadOnlyList<string>? values)
            ? [.. values.Distinct(StringComparer.Ordinal)]
            : Array.Empty<string>())];

    private sealed record Entry(string Id, long?[] Numbers, string[][] Strings, byte[] Stored);
}
