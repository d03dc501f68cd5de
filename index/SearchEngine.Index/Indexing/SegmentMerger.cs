using SearchEngine.Index.Codec;
using SearchEngine.Index.Reading;

namespace SearchEngine.Index.Indexing;

/// <summary>Writes the terms of several segments as those of one, leaving out deleted documents.</summary>
internal sealed class SegmentMerger
{
    private readonly List<Source> _sources = [];
    private int[] _merged = new int[1 << 12];
    private int[] _decoded = new int[1 << 12];

    public SegmentMerger(IEnumerable<(SegmentReader Reader, int[] Kept)> sources)
    {
        long first = 0;
        foreach ((SegmentReader reader, int[] kept) in sources)
        {
            Source source = new(reader, kept, (int)first);
            first += source.KeptPositions;
            _sources.Add(source);
        }
    }

    public void WriteTo(PostingsWriter writer)
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
            int count = 0;
            for (int i = 0; i < keys.Length; i++)
            {
                if (keys[i] != key)
                    continue;
                count = Append(_sources[i], _sources[i].Pairs.Entry, count);
                keys[i] = NextPair(_sources[i]);
            }

            if (count > 0)
                writer.AddPair(key, _merged.AsSpan(0, count));
        }

        WriteRuns(writer);
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

    private void WriteRuns(PostingsWriter writer)
    {
        foreach (Source source in _sources)
            source.HasRun = source.Runs.MoveNext();
        while (_sources.Exists(source => source.HasRun))
        {
            string? text = null;
            foreach (Source source in _sources)
            {
                if (source.HasRun && (text is null || PostingsWriter.CompareRuns(source.Runs.Text, text) < 0))
                    text = source.Runs.Text;
            }

            int count = 0;
            foreach (Source source in _sources)
            {
                if (!source.HasRun || source.Runs.Text != text)
                    continue;
                count = Append(source, source.Runs.Entry, count);
                source.HasRun = source.Runs.MoveNext();
            }

            if (count > 0)
                writer.AddRun(text!, _merged.AsSpan(0, count));
        }
    }

    /// <summary>Appends a source's list behind <paramref name="count"/> positions; sources come in the order of their
    /// documents.</summary>
    private int Append(Source source, in TermEntry entry, int count)
    {
        PostingsList list = source.Reader.Postings(entry);
        Grow(ref _decoded, entry.Count);
        Grow(ref _merged, count + entry.Count);
        Span<int> positions = _decoded.AsSpan(0, entry.Count);
        list.Decode(positions);
        return source.Map(positions, _merged, count);
    }

    private static void Grow(ref int[] array, int needed)
    {
        if (array.Length < needed)
            Array.Resize(ref array, (int)Math.Min(Array.MaxLength, Math.Max(needed, 2L * array.Length)));
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

        public int Map(ReadOnlySpan<int> positions, int[] target, int count)
        {
            if (_keepsAll)
            {
                int shift = _shifts[0];
                foreach (int position in positions)
                    target[count++] = position + shift;
                return count;
            }

            int document = 0;
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
