using System.Runtime.CompilerServices;
using SearchEngine.Index.Codec;
using SearchEngine.Index.Reading;

namespace SearchEngine.Index.Indexing;

/// <summary>
/// Writes the terms of several segments as those of one, leaving out deleted documents. What a segment without
/// deletions has counted is not counted again: its lists of places are joined to the others', and its numbers of
/// documents added.
/// </summary>
internal sealed class SegmentMerger : IDisposable
{
    /// <summary>Rows after which the sources let go of what was read.</summary>
    private const int ForgetEvery = 512;

    private readonly List<MergeSource> _sources = [];
    private readonly MergedLists _lists;
    private int _rows;

    /// <param name="sources">The segments and the documents of each that are kept, at least one.</param>
    /// <param name="writer">The new segment's; this object's until it is disposed of.</param>
    /// <param name="places">The new segment's stretches.</param>
    /// <param name="inBackground">Whether lists are written on another thread while the next ones are read.</param>
    public SegmentMerger(
        IEnumerable<(SegmentReader Reader, int[] Kept)> sources, PostingsWriter writer, PlaceTable places, bool inBackground)
    {
        long position = 0;
        int document = 0;
        foreach ((SegmentReader reader, int[] kept) in sources)
        {
            MergeSource source = new(reader, kept, (int)position, document, places);
            position += source.KeptPositions;
            document += kept.Length;
            _sources.Add(source);
        }

        _lists = new MergedLists(writer, inBackground, Forget);
    }

    /// <summary>Writes all terms.</summary>
    public void Write()
    {
        WritePairs();
        WriteRuns();
        _lists.Finish();
        ForgetAll();
    }

    public void Dispose() => _lists.Dispose();

    /// <summary>Lets go of what was read: lists are read once, and all of them together may be more than memory
    /// holds.</summary>
    private void Forget()
    {
        if (++_rows % ForgetEvery == 0)
            ForgetAll();
    }

    private void ForgetAll() => _sources.ForEach(source => source.Reader.ForgetTerms());

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void WritePairs()
    {
        LeastKeys keys = new(_sources.Count);
        for (int i = 0; i < _sources.Count; i++)
            keys.Set(i, _sources[i].NextPair());
        while (keys.Find(out ulong key))
        {
            bool isCharacter = PairKey.IsCharacter(key);
            bool isOfCharacter = PairKey.IsOfCharacter(key);
            long total = 0;
            foreach (int i in keys.Holders)
                total += _sources[i].Entry.Count;
            bool hasPlaces = total >= TermEntry.PlacesFrom && PairKey.HasPlaces(key);
            _lists.BeginPair(key);
            foreach (int i in keys.Holders)
            {
                MergeSource source = _sources[i];
                if (isCharacter)
                    AppendCharacter(source, source.Entry);
                else
                    Append(source, source.Entry, hasPlaces, isOfCharacter && !source.ListsCharacter());
                keys.Set(i, source.NextPair());
            }

            _lists.End();
        }
    }

    private void WriteRuns()
    {
        foreach (MergeSource source in _sources)
            source.HasRun = source.Runs.MoveNext();
        while (_sources.Exists(source => source.HasRun))
        {
            MergeSource? least = null;
            foreach (MergeSource source in _sources)
            {
                if (source.HasRun && (least is null || PostingsWriter.CompareRuns(source.Runs.Text, least.Runs.Text) < 0))
                    least = source;
            }

            string text = least!.Runs.Text.ToString();
            _lists.BeginRun(text);
            long total = 0;
            foreach (MergeSource source in _sources)
                total += source.HasRun && source.Runs.Text.SequenceEqual(text) ? source.Runs.Entry.Count : 0;
            foreach (MergeSource source in _sources)
            {
                if (!source.HasRun || !source.Runs.Text.SequenceEqual(text))
                    continue;
                Append(source, source.Runs.Entry, total >= TermEntry.PlacesFrom, isOfCharacter: false);
                source.HasRun = source.Runs.MoveNext();
            }

            _lists.End();
        }
    }

    /// <summary>Appends a source's list to the one that is being merged; sources come in the order of their
    /// documents.</summary>
    private void Append(MergeSource source, in TermEntry entry, bool hasPlaces, bool isOfCharacter)
    {
        bool isCounted = source.KeepsAll;
        bool isListed = isCounted && entry.PlacesLength > 0;
        PlaceUse use = (hasPlaces && !isListed ? PlaceUse.OfTerm : PlaceUse.None)
            | (isOfCharacter ? PlaceUse.OfCharacter : PlaceUse.None);
        _lists.CountFor(use, countsDocuments: !isCounted);
        if (isCounted)
            _lists.AddDocuments(entry.Documents);
        if (isCounted && entry.Count == 1)
        {
            // About half of all entries: there is no list to read.
            _lists.Room(1)[0] = source.Moved(source.Reader.SingleOf(entry));
            _lists.Take(1);
            return;
        }

        if (isCounted && _lists.MayPutOff(entry.Count))
            _lists.PutOff(source, entry);
        else
            AppendPositions(source, source.Reader.Postings(entry));
        if (hasPlaces && isListed)
            AppendPlaces(source, entry);
    }

    private void AppendPositions(MergeSource source, PostingsList list)
    {
        int document = 0;
        int before = -1;
        for (int read = 0; read < list.Count;)
        {
            Span<int> positions = _lists.Room(MergedLists.Piece);
            int length = list.DecodePiece(read, before, positions);
            before = positions[length - 1];
            read += length;
            _lists.Take(source.Move(positions[..length], ref document));
        }
    }

    private void AppendCharacter(MergeSource source, in TermEntry entry)
    {
        _lists.AddDocuments(entry.Documents);
        AppendPlaces(source, entry);
    }

    /// <summary>Appends a source's list of places to that of the term, or of the character, that is being merged.</summary>
    private void AppendPlaces(MergeSource source, in TermEntry entry)
    {
        PlaceList list = source.PlacesOf(entry);
        if (_lists.MayPutOff(list.Length))
        {
            _lists.PutOffPlaces(source, entry, list.Length);
            return;
        }

        int before = -1;
        for (int read = 0; read < list.Length;)
        {
            _lists.RoomOfPlaces(out Span<int> stretches, out Span<int> counts);
            int length = list.DecodePiece(read, before, stretches, counts);
            before = stretches[length - 1];
            read += length;
            source.MoveStretches(stretches[..length]);
            _lists.TakePlaces(length);
        }
    }
}
