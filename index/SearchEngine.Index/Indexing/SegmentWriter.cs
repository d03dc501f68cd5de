using System.Runtime.InteropServices;
using System.Text;
using SearchEngine.Index.Codec;
using SearchEngine.Index.Reading;
using SearchEngine.Index.Schema;
using SearchEngine.Index.Store;

namespace SearchEngine.Index.Indexing;

/// <summary>Writes documents, doc values and text of a new segment from one source (flush) or several
/// (merge).</summary>
internal sealed class SegmentWriter(
    IDirectory directory, string segment, Guid id, IndexSchema schema, IReadOnlyList<SegmentSource> sources)
{
    /// <summary>Bytes of mapped text that are read before their pages are given back.</summary>
    private const int HeldBytes = 16 << 20;

    /// <summary>Codes of each paragraph's text, in the order of the new segment; null where they are the sources'.</summary>
    private List<uint>? _paragraphCodes;
    private readonly ParagraphTable _table = new();

    /// <summary>Number of documents of the new segment.</summary>
    public int Documents { get; } = sources.Sum(source => source.Kept.Length);

    public FileEntry WriteDocuments()
    {
        using IndexFileWriter file = new(directory, segment + ".documents", FileKind.Documents, id);
        long paragraphs = 0;
        long positions = 0;
        foreach ((ISegmentContent content, int doc) in Kept())
        {
            paragraphs += content.FirstParagraphs[doc + 1] - content.FirstParagraphs[doc];
            positions += content.FirstPositions[doc + 1] - content.FirstPositions[doc];
        }

        file.BeginSection();
        file.WriteUInt32((uint)Documents);
        file.WriteUInt32((uint)paragraphs);
        file.WriteUInt32((uint)positions);
        file.EndSection();
        WriteStarts(file, static (content, doc) => content.FirstPositions[doc + 1] - content.FirstPositions[doc]);
        WriteStarts(file, static (content, doc) => content.FirstParagraphs[doc + 1] - content.FirstParagraphs[doc]);
        WriteValues(file, static (content, doc) => content.Lengths[doc]);
        WriteValues(file, static (content, doc) => content.RoleMasks[doc]);
        WriteIds(file);
        WriteParagraphs(file);
        return file.Finish();
    }

    /// <summary>The stretches of the new segment.</summary>
    public PlaceTable Places()
    {
        PlaceTable.Builder places = new();
        foreach ((ISegmentContent content, int doc) in Kept())
        {
            if (!places.Add(content, doc))
                throw new CorruptIndexException(segment + ".documents", -1, "paragraphs one behind the other", "others");
        }

        return places.Build();
    }

    /// <summary>The lengths of the new segment's documents.</summary>
    public uint[] Lengths() => [.. Kept().Select(pair => pair.Content.Lengths[pair.Doc])];

    /// <summary>Writes the text; to be called before the documents, which say where each paragraph's begins.</summary>
    public FileEntry WriteText(PhraseEncoder encoder)
    {
        using IndexFileWriter file = BeginText(encoder.Table.ToBytes());
        List<int> lengths = [];
        _paragraphCodes = [];
        char[] buffer = [];
        ushort[] codes = [];
        foreach ((ISegmentContent content, int doc) in Kept())
        {
            int length = 0;
            content.ReadParagraphs(doc, _table);
            for (int p = 0; p < _table.Count; p++)
            {
                int count = encoder.Encode(content.Text(_table, p, ref buffer), ref codes);
                file.WriteBytes(MemoryMarshal.AsBytes(codes.AsSpan(0, count)));
                _paragraphCodes.Add((uint)count);
                length += count;
            }

            lengths.Add(length);
        }

        return EndText(file, lengths);
    }

    /// <summary>The same, for sources that are all segments written with one table: their codes are copied.</summary>
    public FileEntry CopyText()
    {
        using IndexFileWriter file = BeginText(((SegmentReader)sources[0].Content).Phrases.ToBytes());
        List<int> lengths = new(Documents);
        int held = 0;
        foreach (SegmentSource source in sources)
        {
            SegmentReader reader = (SegmentReader)source.Content;
            foreach (int doc in source.Kept)
            {
                ReadOnlySpan<byte> codes = reader.CodesOf(doc);
                file.WriteBytes(codes);
                lengths.Add(codes.Length / sizeof(ushort));
                held += codes.Length;
                if (held < HeldBytes)
                    continue;
                reader.ForgetText();
                held = 0;
            }

            reader.ForgetText();
        }

        return EndText(file, lengths);
    }

    private IndexFileWriter BeginText(byte[] phrases)
    {
        IndexFileWriter file = new(directory, segment + ".text", FileKind.Text, id);
        file.BeginSection();
        file.WriteBytes(phrases);
        file.EndSection();
        file.BeginSection();
        return file;
    }

    private FileEntry EndText(IndexFileWriter file, List<int> lengths)
    {
        file.EndSection();
        WriteLongStarts(file, lengths);
        WriteLongStarts(file, Kept().Select(pair => pair.Content.Stored(pair.Doc).Length));
        file.BeginSection();
        foreach ((ISegmentContent content, int doc) in Kept())
            file.WriteBytes(content.Stored(doc));
        file.EndSection();
        foreach (SegmentSource source in sources)
            (source.Content as SegmentReader)?.ForgetText();
        return file.Finish();
    }

    /// <summary>Makes a table of phrases out of a sample that is spread over all documents.</summary>
    public PhraseEncoder Train()
    {
        long positions = Kept().Sum(pair => (long)(pair.Content.FirstPositions[pair.Doc + 1] - pair.Content.FirstPositions[pair.Doc]));
        long every = Math.Max(1, positions / IndexLimits.TrainingUnits);
        List<string> sample = [];
        char[] buffer = [];
        long number = 0;
        foreach ((ISegmentContent content, int doc) in Kept())
        {
            content.ReadParagraphs(doc, _table);
            for (int p = 0; p < _table.Count; p++)
            {
                if (number++ % every == 0)
                    sample.Add(content.Text(_table, p, ref buffer).ToString());
            }
        }

        return PhraseTrainer.Train(sample, every);
    }

    public FileEntry WriteDocValues()
    {
        using IndexFileWriter file = new(directory, segment + ".values", FileKind.Values, id);
        for (int field = 0; field < schema.Fields.Count; field++)
        {
            if (schema.Fields[field].Kind == FieldKind.Number)
                WriteNumbers(file, field);
            else
                WriteKeywords(file, field);
        }

        return file.Finish();
    }

    /// <summary>Lets go of what was read of the sources' documents and doc values.</summary>
    public void ForgetDocuments()
    {
        foreach (SegmentSource source in sources)
            (source.Content as SegmentReader)?.ForgetDocuments();
    }

    private IEnumerable<(ISegmentContent Content, int Doc)> Kept()
    {
        foreach (SegmentSource source in sources)
        {
            foreach (int doc in source.Kept)
                yield return (source.Content, doc);
        }
    }

    private void WriteStarts(IndexFileWriter file, Func<ISegmentContent, int, uint> size)
    {
        file.BeginSection();
        uint start = 0;
        file.WriteUInt32(start);
        foreach ((ISegmentContent content, int doc) in Kept())
        {
            start += size(content, doc);
            file.WriteUInt32(start);
        }

        file.EndSection();
    }

    private static void WriteLongStarts(IndexFileWriter file, IEnumerable<int> lengths)
    {
        file.BeginSection();
        long start = 0;
        file.WriteInt64(start);
        foreach (int length in lengths)
        {
            start += length;
            file.WriteInt64(start);
        }

        file.EndSection();
    }

    private void WriteValues(IndexFileWriter file, Func<ISegmentContent, int, uint> value)
    {
        file.BeginSection();
        foreach ((ISegmentContent content, int doc) in Kept())
            file.WriteUInt32(value(content, doc));
        file.EndSection();
    }

    private void WriteIds(IndexFileWriter file)
    {
        string[] ids = [.. Kept().Select(pair => pair.Content.Id(pair.Doc))];
        WriteStarts(file, static (content, doc) => (uint)Encoding.UTF8.GetByteCount(content.Id(doc)));
        file.BeginSection();
        foreach (string text in ids)
            file.WriteBytes(Encoding.UTF8.GetBytes(text));
        file.EndSection();
        int[] order = [.. Enumerable.Range(0, ids.Length)];
        Array.Sort(ids, order, StringComparer.Ordinal);
        file.BeginSection();
        foreach (int doc in order)
            file.WriteUInt32((uint)doc);
        file.EndSection();
    }

    private void WriteParagraphs(IndexFileWriter file)
    {
        List<uint> starts = [0];
        ParagraphTable written = new();
        byte[] bytes = [];
        int next = 0;
        file.BeginSection();
        foreach ((ISegmentContent content, int doc) in Kept())
        {
            content.ReadParagraphs(doc, _table);
            written.Begin(doc, 0, 0);
            for (int p = 0; p < _table.Count; p++)
            {
                uint codes = _paragraphCodes is null ? _table.Codes[p + 1] - _table.Codes[p] : _paragraphCodes[next++];
                written.Add(_table.Positions[p + 1] - _table.Positions[p], codes, _table.Sections[p], _table.Kinds[p]);
            }

            int length = written.Write(ref bytes);
            file.WriteBytes(bytes.AsSpan(0, length));
            starts.Add(starts[^1] + (uint)length);
        }

        file.EndSection();
        file.BeginSection();
        foreach (uint start in starts)
            file.WriteUInt32(start);
        file.EndSection();
    }

    private void WriteNumbers(IndexFileWriter file, int field)
    {
        byte[] present = new byte[(Documents + 7) / 8];
        int target = 0;
        foreach ((ISegmentContent content, int doc) in Kept())
        {
            if (content.TryNumber(field, doc, out _))
                present[target >> 3] |= (byte)(1 << (target & 7));
            target++;
        }

        file.BeginSection();
        file.WriteBytes(present);
        file.EndSection();
        file.BeginSection();
        foreach ((ISegmentContent content, int doc) in Kept())
            file.WriteInt64(content.TryNumber(field, doc, out long value) ? value : 0);
        file.EndSection();
        // Every field has four sections, so that a field's place follows from its number.
        for (int empty = 0; empty < 2; empty++)
        {
            file.BeginSection();
            file.EndSection();
        }
    }

    private void WriteKeywords(IndexFileWriter file, int field)
    {
        SortedSet<string> distinct = new(StringComparer.Ordinal);
        foreach ((ISegmentContent content, int doc) in Kept())
            distinct.UnionWith(content.Strings(field, doc));
        Dictionary<string, uint> ordinals = new(StringComparer.Ordinal);
        file.BeginSection();
        uint start = 0;
        file.WriteUInt32(start);
        foreach (string value in distinct)
        {
            ordinals.Add(value, (uint)ordinals.Count);
            start += (uint)Encoding.UTF8.GetByteCount(value);
            file.WriteUInt32(start);
        }

        file.EndSection();
        file.BeginSection();
        foreach (string value in distinct)
            file.WriteBytes(Encoding.UTF8.GetBytes(value));
        file.EndSection();
        WriteStarts(file, (content, doc) => (uint)content.Strings(field, doc).Count);
        file.BeginSection();
        foreach ((ISegmentContent content, int doc) in Kept())
        {
            foreach (uint ordinal in content.Strings(field, doc).Select(value => ordinals[value]).Order())
                file.WriteUInt32(ordinal);
        }

        file.EndSection();
    }
}
