using System.Runtime.InteropServices;
using System.Text;
using SearchEngine.Index.Codec;
using SearchEngine.Index.Facets;
using SearchEngine.Index.Indexing;
using SearchEngine.Index.Schema;
using SearchEngine.Index.Store;

namespace SearchEngine.Index.Reading;

/// <summary>
/// An immutable segment, mapped. Shared by all snapshots that hold it: each takes a reference, and the last one to let
/// go unmaps the files.
/// </summary>
internal sealed class SegmentReader : ISegmentContent
{
    private const int TermsSections = 5;
    private const int DocumentsSections = 10;
    private const int TextSections = 5;

    /// <summary>Most lists without blocks are not longer.</summary>
    private const int FetchedBytes = 4 * Fetch.LineLength;

    private readonly IndexFile _terms;
    private readonly IndexFile _postings;
    private readonly IndexFile _documents;
    private readonly IndexFile _text;
    private readonly IndexFile[] _files;
    private readonly long _pairs;
    private readonly long _runs;
    private readonly int _positions;
    private readonly FieldColumn?[] _columns;
    private FacetRows? _rows;
    private readonly IndexSchema _schema;
    private readonly Func<PairBlocks> _readPairBlocks;
    private PairBlocks? _pairBlocks;
    private PlaceTable? _places;
    private PhraseTable? _phrases;
    private int[]? _idRanks;
    private double _averageLength;
    private int _references = 1;

    private SegmentReader(SegmentEntry entry, IndexSchema schema, IndexFile[] files)
    {
        Entry = entry;
        _files = files;
        _schema = schema;
        _columns = new FieldColumn?[schema.Fields.Count];
        (_terms, _postings, _documents, _text) = (files[0], files[1], files[2], files[4]);
        _pairs = _terms.Int64(4, 0);
        _readPairBlocks = () => _pairBlocks ??= PairCursor.ReadBlocks(_terms, _pairs);
        _runs = _terms.Int64(4, 1);
        Documents = (int)_documents.UInt32(0, 0);
        Paragraphs = (int)_documents.UInt32(0, 1);
        _positions = (int)_documents.UInt32(0, 2);
        if (Documents != entry.Documents || Paragraphs < 0 || _positions < Documents)
            throw _documents.Corrupt(0, 0, $"{entry.Documents} documents", $"{Documents}");
        Values = new DocValues(files[3], schema, Documents);
        // The arrays are read by index: their lengths are checked here, once.
        CheckShape();
    }

    public SegmentEntry Entry { get; }

    public DocValues Values { get; }

    public IReadOnlyList<IndexFile> Files => _files;

    public int Documents { get; }

    public int Paragraphs { get; }

    /// <summary>Positions of the segment; every position is below.</summary>
    public int Positions => _positions;

    /// <summary>Documents, zones and roles by position; made when it is first asked for.</summary>
    public PlaceTable Places => _places ??= ReadPlaces();

    /// <summary>What the text is written with; made when it is first asked for.</summary>
    public PhraseTable Phrases => _phrases ??= PhraseTable.Read(_text.Bytes(0, 0, _text.SectionLength(0)))
        ?? throw _text.Corrupt(0, 0, "a table of phrases", "other bytes");

    /// <summary>The place of each document in the order by id; made when it is first asked for.</summary>
    public int[] IdRanks => _idRanks ??= ReadIdRanks();

    public ReadOnlySpan<uint> FirstPositions => _documents.Array<uint>(1, Documents + 1L);

    public ReadOnlySpan<uint> FirstParagraphs => _documents.Array<uint>(2, Documents + 1L);

    public ReadOnlySpan<uint> Lengths => _documents.Array<uint>(3, Documents);

    /// <summary>The average of <see cref="Lengths"/>; made when it is first asked for.</summary>
    public double AverageLength => _averageLength > 0 ? _averageLength : _averageLength = BlockDensities.AverageOf(Lengths);

    public ReadOnlySpan<uint> RoleMasks => _documents.Array<uint>(4, Documents);

    public static SegmentReader Open(IDirectory directory, SegmentEntry entry, IndexSchema schema)
    {
        int[] sections = [TermsSections, 1, DocumentsSections, DocValues.SectionsPerField * schema.Fields.Count, TextSections];
        List<IndexFile> files = [];
        try
        {
            for (int i = 0; i < sections.Length; i++)
                files.Add(IndexFile.Open(directory, entry.Files[i], sections[i]));
            return new SegmentReader(entry, schema, [.. files]);
        }
        catch
        {
            files.ForEach(file => file.Dispose());
            throw;
        }
    }

    public void AddReference() => Interlocked.Increment(ref _references);

    public void Release()
    {
        if (Interlocked.Decrement(ref _references) > 0)
            return;
        foreach (IndexFile file in _files)
            file.Dispose();
    }

    /// <inheritdoc cref="MappedFile.Forget"/>
    public void Forget()
    {
        foreach (IndexFile file in _files)
            file.Forget();
    }

    /// <inheritdoc cref="MappedFile.Forget"/>
    public void ForgetDocuments()
    {
        _documents.Forget();
        _files[3].Forget();
    }

    /// <inheritdoc cref="MappedFile.Forget"/>
    public void ForgetTerms()
    {
        _terms.Forget();
        _postings.Forget();
    }

    /// <inheritdoc cref="MappedFile.Forget"/>
    public void ForgetText() => _text.Forget();

    /// <summary>A field's values in memory; made when it is first asked for. Two threads may both make it.</summary>
    public FieldColumn Column(int field) =>
        _columns[field] ??= new FieldColumn(Values, field, _schema.Fields[field].Kind, Documents);

    /// <summary>The values of all fields side by side; made when it is first asked for.</summary>
    public FacetRows Rows =>
        _rows ??= new FacetRows([.. Enumerable.Range(0, _schema.Fields.Count).Select(Column)], Documents);

    public PairCursor Pairs() => new(_terms, _pairs, _readPairBlocks);

    public RunCursor Runs() => new(_terms, _runs);

    /// <summary>A term's positions. Only for a term that has them.</summary>
    public PostingsList Postings(in TermEntry entry) =>
        new(ListAt(entry.Offset, entry.Length), entry.Count, entry.Single, _positions);

    /// <summary>Fetches the begin of a term's list, which is all of most, as it is read soon.</summary>
    public void FetchList(in TermEntry entry)
    {
        // What lies is left to who reads it.
        if (entry.Length == 0 || entry.Offset >= _postings.SectionLength(0))
            return;
        ReadOnlySpan<byte> bytes = _postings.Bytes(0, entry.Offset, 1);
        for (int at = 0; at < Math.Min(entry.Length, FetchedBytes); at += Fetch.LineLength)
            Fetch.Line(bytes, at);
    }

    /// <summary>The position of a term that occurs once.</summary>
    public int SingleOf(in TermEntry entry) => (uint)entry.Single < (uint)_positions
        ? entry.Single
        : throw _terms.Corrupt(0, 0, $"a position below {_positions}", $"{entry.Single}");

    /// <summary>A term's list of places. Only for a term that has one.</summary>
    public PlaceList PlacesOf(in TermEntry entry) => PlacesOf(entry, Places.Count);

    /// <summary>The same where the number of stretches is known without the table.</summary>
    public PlaceList PlacesOf(in TermEntry entry, int stretches) =>
        new(ListAt(entry.PlacesOffset, entry.PlacesLength), entry.Count, stretches);

    /// <summary>
    /// The live document with an id; −1 when there is none. Replaced ones with the same id may stand beside it, when it
    /// was added twice before the segment was written.
    /// </summary>
    public int Find(string id, LiveDocs live)
    {
        int low = 0;
        int high = Documents;
        while (low < high)
        {
            int middle = low + ((high - low) >> 1);
            if (string.CompareOrdinal(Id(ByIdOrder(middle)), id) < 0)
                low = middle + 1;
            else
                high = middle;
        }

        for (int place = low; place < Documents && Id(ByIdOrder(place)) == id; place++)
        {
            if (live[ByIdOrder(place)])
                return ByIdOrder(place);
        }

        return -1;
    }

    public string Id(int document)
    {
        long start = _documents.UInt32(5, document);
        return Encoding.UTF8.GetString(_documents.Bytes(6, start, _documents.UInt32(5, document + 1L) - start));
    }

    /// <summary>The document at a place of the order by id.</summary>
    public int ByIdOrder(int place)
    {
        uint document = _documents.UInt32(7, place);
        return document < (uint)Documents
            ? (int)document
            : throw _documents.Corrupt(7, 4L * place, $"a document below {Documents}", $"{document}");
    }

    public bool TryNumber(int field, int document, out long value) => Values.TryNumber(field, document, out value);

    public IReadOnlyList<string> Strings(int field, int document)
    {
        ReadOnlySpan<uint> ordinals = Values.Ordinals(field, document);
        string[] strings = new string[ordinals.Length];
        for (int i = 0; i < strings.Length; i++)
            strings[i] = Values.Term(field, (int)ordinals[i]);
        return strings;
    }

    public void ReadParagraphs(int document, ParagraphTable table)
    {
        (int first, int end) = ParagraphRange(document);
        table.Begin(document, first, FirstPositions[document]);
        uint start = _documents.UInt32(9, document);
        ReadOnlySpan<byte> bytes = _documents.Bytes(8, start, (long)_documents.UInt32(9, document + 1L) - start);
        if (!table.Read(bytes, end - first) || (end > first && table.Positions[^1] != FirstPositions[document + 1]))
            throw _documents.Corrupt(8, start, "paragraphs one behind the other", "others");
    }

    /// <summary>A paragraph's text. <see cref="CorruptIndexException"/> when its codes are no text.</summary>
    public ReadOnlySpan<char> Text(ParagraphTable table, int paragraph, ref char[] buffer)
    {
        uint first = table.Codes[paragraph];
        ReadOnlySpan<byte> codes = CodesOf(table.Document);
        long length = 2L * (table.Codes[paragraph + 1] - first);
        if ((2L * first) + length > codes.Length)
            throw _text.Corrupt(1, 0, "codes of phrases", "fewer");
        int units = Phrases.Decode(MemoryMarshal.Cast<byte, ushort>(codes.Slice((int)(2 * first), (int)length)), ref buffer);
        return units >= 0
            ? buffer.AsSpan(0, units)
            : throw _text.Corrupt(1, 0, "codes of phrases", "others");
    }

    /// <summary>A document's text as it is written.</summary>
    public ReadOnlySpan<byte> CodesOf(int document)
    {
        long start = _text.Int64(2, document);
        return _text.Bytes(1, 2 * start, 2 * (_text.Int64(2, document + 1L) - start));
    }

    /// <summary>True when both segments' texts are written with the same table.</summary>
    public bool SharesPhrases(SegmentReader other) =>
        _text.Bytes(0, 0, _text.SectionLength(0)).SequenceEqual(other._text.Bytes(0, 0, other._text.SectionLength(0)));

    public ReadOnlySpan<byte> Stored(int document)
    {
        long start = _text.Int64(3, document);
        return _text.Bytes(4, start, _text.Int64(3, document + 1L) - start);
    }

    /// <summary>Fetches where a document's id and its stored bytes lie, as they are read soon.</summary>
    public void FetchStarts(int document)
    {
        Fetch.Line(_documents.Bytes(5, sizeof(uint) * (long)document, sizeof(uint)), 0);
        Fetch.Line(_text.Bytes(3, sizeof(long) * (long)document, sizeof(long)), 0);
    }

    /// <summary>Fetches a document's id and the begin of its stored bytes.</summary>
    public void FetchStored(int document)
    {
        Fetch.Line(_documents.Bytes(6, _documents.UInt32(5, document), 0), 0);
        ReadOnlySpan<byte> stored = Stored(document);
        for (int at = 0; at < Math.Min(stored.Length, FetchedBytes); at += Fetch.LineLength)
            Fetch.Line(stored, at);
    }

    /// <summary>A document's paragraphs as they were added, apart from a title's role, which is 0.</summary>
    public Paragraph[] ParagraphsOf(int document)
    {
        ParagraphTable table = new();
        ReadParagraphs(document, table);
        Paragraph[] paragraphs = new Paragraph[table.Count];
        char[] buffer = [];
        for (int p = 0; p < paragraphs.Length; p++)
            paragraphs[p] = ParagraphOf(table, p, ref buffer);
        return paragraphs;
    }

    /// <summary>One paragraph of a document, by its place in the document.</summary>
    public Paragraph ParagraphOf(ParagraphTable table, int paragraph, ref char[] buffer)
    {
        byte kind = table.Kinds[paragraph];
        return new Paragraph(Text(table, paragraph, ref buffer).ToString(), ParagraphKind.ZoneOf(kind),
            ParagraphKind.RoleOf(kind), (int)table.Sections[paragraph]);
    }

    /// <summary>A document's paragraphs among all of the segment: the first, and the one behind the last.</summary>
    private (int First, int End) ParagraphRange(int document)
    {
        uint first = FirstParagraphs[document];
        uint end = FirstParagraphs[document + 1];
        return first <= end && end <= (uint)Paragraphs
            ? ((int)first, (int)end)
            : throw _documents.Corrupt(2, document * 4L, "ascending paragraphs", $"{first} to {end}");
    }

    private ListBytes ListAt(long offset, int length) =>
        new(_postings.Bytes(0, offset, (long)length + PackedBlock.Slack), length, _postings.Name, offset);

    private PlaceTable ReadPlaces()
    {
        PlaceTable.Builder places = new();
        for (int document = 0; document < Documents; document++)
        {
            if (FirstPositions[document] > FirstPositions[document + 1] || !places.Add(this, document))
                throw _documents.Corrupt(8, 0, "paragraphs one behind the other", "others");
        }

        return places.Build();
    }

    private int[] ReadIdRanks()
    {
        int[] ranks = new int[Documents];
        for (int place = 0; place < Documents; place++)
            ranks[ByIdOrder(place)] = place;
        return ranks;
    }

    private void CheckShape()
    {
        _documents.RequireLength(1, 4L * (Documents + 1L));
        _documents.RequireLength(2, 4L * (Documents + 1L));
        _documents.RequireLength(3, 4L * Documents);
        _documents.RequireLength(4, 4L * Documents);
        _documents.RequireLength(5, 4L * (Documents + 1L));
        _documents.RequireLength(7, 4L * Documents);
        _documents.RequireLength(9, 4L * (Documents + 1L));
        _text.RequireLength(2, 8L * (Documents + 1L));
        _text.RequireLength(3, 8L * (Documents + 1L));
        // Both numbers stand twice. By a wrong one a merge would hold the segment for too great, and pass it by unread.
        if (FirstPositions[Documents] != (uint)_positions || FirstParagraphs[Documents] != (uint)Paragraphs)
            throw _documents.Corrupt(
                0, 4, $"{FirstParagraphs[Documents]} paragraphs and {FirstPositions[Documents]} positions", $"{Paragraphs} and {_positions}");
    }
}
