namespace SearchEngine.Index.Reading;

/// <summary>
/// The documents of a segment without its terms: in memory while it is being filled, mapped afterwards. Writing a
/// segment reads this and nothing else, so that a flush is a merge of one.
/// </summary>
internal interface ISegmentContent
{
    int Documents { get; }

    int Paragraphs { get; }

    /// <summary>First position of each document, and behind the last one the number of positions.</summary>
    ReadOnlySpan<uint> FirstPositions { get; }

    /// <summary>First paragraph of each document, and behind the last one the number of paragraphs.</summary>
    ReadOnlySpan<uint> FirstParagraphs { get; }

    /// <summary>Units of each document without boundaries: its length to BM25.</summary>
    ReadOnlySpan<uint> Lengths { get; }

    /// <summary>Bit r is set when the document has a body paragraph of role r.</summary>
    ReadOnlySpan<uint> RoleMasks { get; }

    /// <summary>Fills a table with the paragraphs of a document.</summary>
    void ReadParagraphs(int document, ParagraphTable table);

    string Id(int document);

    bool TryNumber(int field, int document, out long value);

    /// <summary>The strings of a Keyword or Keywords field; empty when missing.</summary>
    IReadOnlyList<string> Strings(int field, int document);

    /// <summary>The text of a paragraph of the table's document. It may lie in the buffer, which grows when it is too
    /// short.</summary>
    ReadOnlySpan<char> Text(ParagraphTable table, int paragraph, ref char[] buffer);

    /// <summary>UTF-8 of the stored string, valid until the next call.</summary>
    ReadOnlySpan<byte> Stored(int document);
}
