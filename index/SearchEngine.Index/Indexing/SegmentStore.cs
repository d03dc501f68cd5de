using System.Globalization;
using SearchEngine.Index.Codec;
using SearchEngine.Index.Reading;
using SearchEngine.Index.Schema;
using SearchEngine.Index.Store;

namespace SearchEngine.Index.Indexing;

/// <summary>Makes new segments in a directory and gives every file a name that none had before.</summary>
internal sealed class SegmentStore(IDirectory directory, IndexSchema schema, long nextName, Threads threads)
{
    private PhraseEncoder? _phrases;

    public long NextName { get; private set; } = nextName;

    /// <summary>A number greater than that of any segment's file in the directory, committed or left behind.</summary>
    public static long NextFreeName(IDirectory directory, long committed)
    {
        foreach (string name in directory.List())
        {
            int dot = name.IndexOf('.', StringComparison.Ordinal);
            if (name[0] == 's' && dot > 1
                && long.TryParse(name.AsSpan(1, dot - 1), NumberStyles.None, CultureInfo.InvariantCulture, out long used))
                committed = Math.Max(committed, used + 1);
        }

        return committed;
    }

    /// <summary>Writes the buffer's live documents into a segment of the name, which <see cref="TakeName"/> gave.</summary>
    public WriterSegment Flush(DocumentBuffer buffer, string name)
    {
        Guid id = Guid.NewGuid();
        // Replaced documents of the buffer keep their positions, else all terms had to be renumbered; they are deleted.
        int[] all = [.. Enumerable.Range(0, buffer.Documents)];
        SegmentWriter writer = new(directory, name, id, schema, [new SegmentSource(buffer, all)]);
        List<FileEntry> files = WriteBoth(WritePostings, WriteText);
        LiveDocs live = LiveDocs.Only(buffer.Documents, buffer.Live());
        return Open(new SegmentEntry(name, id, buffer.Documents, files, buffer.Documents, null), live);

        void WritePostings(List<FileEntry> files)
        {
            PlaceTable places = writer.Places();
            using PostingsWriter postings = new(directory, name, id, places, writer.Lengths());
            buffer.Terms.WriteTo(postings);
            files.AddRange(postings.Finish());
        }

        void WriteText(List<FileEntry> files)
        {
            // A table made of enough text serves the next segments as well.
            PhraseEncoder phrases = _phrases ?? writer.Train();
            if (buffer.Positions >= IndexLimits.TrainingUnits)
                _phrases = phrases;
            WriteContent(writer, writer.WriteText(phrases), files);
        }
    }

    /// <summary>
    /// Writes documents of segments, ascending numbers for each, into a new one of the name, which
    /// <see cref="TakeName"/> gave. The sources are verified whole first, so that damage is found and not carried on.
    /// </summary>
    public WriterSegment Merge(IReadOnlyList<WriterSegment> segments, IReadOnlyList<int[]> kept, string name)
    {
        threads.Each([.. segments.SelectMany(segment => segment.Reader.Files)], file => file.Verify());
        (SegmentReader Reader, int[] Kept)[] sources =
            [.. segments.Select((segment, i) => (segment.Reader, kept[i]))];
        Guid id = Guid.NewGuid();
        SegmentWriter writer = new(
            directory, name, id, schema, [.. sources.Select(source => new SegmentSource(source.Reader, source.Kept))]);
        List<FileEntry> files = WriteBoth(WritePostings, WriteText);
        int documents = writer.Documents;
        return Open(new SegmentEntry(name, id, documents, files, documents, null), LiveDocs.All(documents));

        void WritePostings(List<FileEntry> written)
        {
            PlaceTable places = writer.Places();
            using PostingsWriter postings = new(directory, name, id, places, writer.Lengths());
            using SegmentMerger merger = new(sources.Where(source => source.Kept.Length > 0), postings, places, threads.AreTwo);
            merger.Write();
            written.AddRange(postings.Finish());
        }

        void WriteText(List<FileEntry> written)
        {
            bool share = sources.All(source => source.Reader.SharesPhrases(sources[0].Reader));
            WriteContent(writer, share ? writer.CopyText() : writer.WriteText(writer.Train()), written);
        }
    }

    /// <summary>Writes a segment's postings and, beside them or afterwards, its text; returns all its files in order.</summary>
    private List<FileEntry> WriteBoth(Action<List<FileEntry>> postings, Action<List<FileEntry>> text)
    {
        List<FileEntry> files = [];
        List<FileEntry> content = [];
        threads.Both(() => postings(files), () => text(content));
        return [.. files, .. content];
    }

    /// <summary>Writes the deletions of a segment that are not yet in a file.</summary>
    public void WriteLive(WriterSegment segment)
    {
        if (segment.LiveIsWritten)
            return;
        FileEntry file = segment.Live.Write(directory, TakeName() + ".live", segment.Entry.Id);
        segment.SetLive(segment.Entry with { LiveDocuments = segment.Live.Count, Live = file });
    }

    private static void WriteContent(SegmentWriter writer, FileEntry text, List<FileEntry> files)
    {
        files.Add(writer.WriteDocuments());
        files.Add(writer.WriteDocValues());
        files.Add(text);
        writer.ForgetDocuments();
    }

    private WriterSegment Open(SegmentEntry entry, LiveDocs live)
    {
        SegmentReader reader = SegmentReader.Open(directory, entry, schema);
        // Until it is merged little of it is read; hundreds of segments would hold what opening them has read.
        reader.Forget();
        return new WriterSegment(reader, entry, live, liveIsWritten: live.Count == entry.Documents);
    }

    /// <summary>A name that no segment has had.</summary>
    public string TakeName() => string.Create(CultureInfo.InvariantCulture, $"s{NextName++}");
}
