using System.Runtime.CompilerServices;
using SearchEngine.Index.Codec;
using SearchEngine.Index.Reading;

namespace SearchEngine.Index.Indexing;

/// <summary>Writes the terms of several segments as those of one, leaving out deleted documents.</summary>
internal sealed class SegmentMerger
{
    /// <summary>Rows after which the sources let go of what was read.</summary>
    private const int ForgetEvery = 512;

    private readonly List<Source> _sources = [];
    private readonly MergedLists _lists;
    private readonly int[] _decoded = new int[MergedLists.Piece];
    private int _rows;

    /// <param name="sources">The segments and the documents of each that are kept.</param>
    /// <param name="writer">The new segment's.</param>
    /// <param name="places">The new segment's stretches.</param>
    /// <param name="inBackground">Whether lists are written on another thread while the next ones are read.</param>
    public SegmentMerger(
        IEnumerable<(SegmentReader Reader, int[] Kept)> sources, PostingsWriter writer, PlaceTable places, bool inBackground)
    {
        long first = 0;
        foreach ((SegmentReader reader, int[] kept) in sources)
        {
            Source source = new(reader, kept, (int)first);
            first += source.KeptPositions;
            _sources.Add(source);
        }

        _lists = new MergedLists(writer, places, inBackground, Forget);
    }

    /// <summary>Writes all terms. The writer is this object's until the call returns or throws.</summary>
    public void Write()
    {
        try
        {
            WritePairs();
            WriteRuns();
            _lists.Finish();
        }
        finally
        {
            _lists.Settle();
        }
    }

    /// <summary>Lets go of what was read: lists are read once, and all of them together may be more than memory
    /// holds.</summary>
    private void Forget()
    {
        if (++_rows % ForgetEvery == 0)
            _sources.ForEach(source => source.Reader.ForgetTerms());
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void WritePairs()
    {
        // The key of each source's next pair, so that the least is found by one look at each.
        ulong[] keys = new ulong[_sources.Count];
        for (int i = 0; i < keys.Length; i++)
            keys[i] = NextPair(_sources[i]);
        while (true)
        {
            ulong key = ulong.MaxValue;
            foreach (ulong next in keys)
                key = Math.Min(key, next);
            if (key == ulong.MaxValue)
                break;
            _lists.BeginPair(key);
            for (int i = 0; i < keys.Length; i++)
            {
                if (keys[i] != key)
                    continue;
                Append(_sources[i], _sources[i].Pairs.Entry);
                keys[i] = NextPair(_sources[i]);
            }

            _lists.End();
        }
    }

    /// <summary>The key of the next pair that has positions; characters alone are counted anew.</summary>
    private static ulong NextPair(Source source)
    {
        while (source.Pairs.MoveNext())
        {
            if (!PairKey.IsCharacter(source.Pairs.Key))
                return source.Pairs.Key;
        }

        return ulong.MaxValue;
    }

    private void WriteRuns()
    {
        foreach (Source source in _sources)
            source.HasRun = source.Runs.MoveNext();
        while (_sources.Exists(source => source.HasRun))
        {
            Source? least = null;
            foreach (Source source in _sources)
            {
                if (source.HasRun && (least is null || PostingsWriter.CompareRuns(source.Runs.Text, least.Runs.Text) < 0))
                    least = source;
            }

            string text = least!.Runs.Text.ToString();
            _lists.BeginRun(text);
            foreach (Source source in _sources)
            {
                if (!source.HasRun || !source.Runs.Text.SequenceEqual(text))
                    continue;
                Append(source, source.Runs.Entry);
                source.HasRun = source.Runs.MoveNext();
            }

            _lists.End();
        }
    }

    /// <summary>Appends a source's list to the one that is being merged; sources come in the order of their
    /// documents.</summary>
    private void Append(Source source, in TermEntry entry)
    {
        PostingsList list = source.Reader.Postings(entry);
        int document = 0;
        int before = -1;
        for (int read = 0; read < list.Count;)
        {
            int length = list.DecodePiece(read, before, _decoded);
            ReadOnlySpan<int> positions = _decoded.AsSpan(0, length);
            _lists.Take(source.Map(positions, ref document, _lists.Room(length)));
            before = positions[^1];
            read += length;
        }
    }

    /// <summary>A segment and the way from its positions to the new ones.</summary>
    private sealed class Source
    {
        private readonly uint[] _starts;
        private readonly int[] _shifts;
        private readonly bool _keepsAll;

        public Source(SegmentReader reader, int[] kept, int first)
        {
            Reader = reader;
            Pairs = reader.Pairs();
            Runs = reader.Runs();
            _starts = reader.FirstPositions.ToArray();
            _shifts = new int[reader.Documents];
            Array.Fill(_shifts, int.MinValue);
            _keepsAll = kept.Length == reader.Documents;
            int next = first;
            foreach (int document in kept)
            {
                _shifts[document] = next - (int)_starts[document];
                next += (int)(_starts[document + 1] - _starts[document]);
            }

            KeptPositions = next - first;
        }

        public SegmentReader Reader { get; }

        public PairCursor Pairs { get; }

        public RunCursor Runs { get; }

        public int KeptPositions { get; }

        public bool HasRun { get; set; }

        /// <summary>Writes the new positions of those that are kept; returns their number. <paramref name="document"/>: that
        /// of the position before these, 0 to begin; afterwards that of the last.</summary>
        public int Map(ReadOnlySpan<int> positions, ref int document, Span<int> target)
        {
            if (_keepsAll)
            {
                int shift = _shifts[0];
                for (int i = 0; i < positions.Length; i++)
                    target[i] = positions[i] + shift;
                return positions.Length;
            }

            int count = 0;
            foreach (int position in positions)
            {
                while (document + 1 < _shifts.Length && _starts[document + 1] <= (uint)position)
                    document++;
                if (_shifts[document] != int.MinValue)
                    target[count++] = position + _shifts[document];
            }

            return count;
        }
    }
}
