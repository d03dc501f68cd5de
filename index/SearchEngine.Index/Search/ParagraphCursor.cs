using SearchEngine.Index.Reading;

namespace SearchEngine.Index.Search;

/// <summary>Says in which paragraph a position lies; reads a document's paragraphs when it comes to it.</summary>
internal sealed class ParagraphCursor(SegmentReader segment)
{
    private readonly ParagraphTable _table = new();
    private int _document = -1;
    private int _paragraph;

    public int Document => _document;

    /// <summary>Number of the paragraph among all of the segment, ascending with positions.</summary>
    public int Number => _table.First + _paragraph;

    public byte Kind => _table.Kinds[_paragraph];

    public uint Section => _table.Sections[_paragraph];

    /// <summary>The paragraph's first position.</summary>
    public uint Start => _table.Positions[_paragraph];

    /// <summary>The position behind the paragraph.</summary>
    public uint End => _table.Positions[_paragraph + 1];

    public void MoveTo(int position)
    {
        int document = segment.Places.Documents[segment.Places.Find(position)];
        if (document != _document)
        {
            segment.ReadParagraphs(document, _table);
            _document = document;
        }

        _paragraph = _table.Find((uint)position);
    }
}
