namespace SearchEngine.Index.Search;

/// <summary>Where a leaf occurs in the live documents of a segment: counts by document and role, documents
/// ascending.</summary>
internal sealed class LeafMatches
{
    /// <summary>How often an occurrence in a title counts for the score: a report named after a matter is about
    /// it.</summary>
    public const int TitleWeight = 3;

    private Entry[] _entries = [];
    private int _count;

    public ReadOnlySpan<Entry> Entries => _entries.AsSpan(0, _count);

    /// <summary>Documents with any occurrence.</summary>
    public int Documents { get; private set; }

    /// <summary>Adds occurrences. <paramref name="place"/>: a role or <see cref="RoleMask.Title"/>. Documents
    /// ascending.</summary>
    public void Add(int document, int place, int count)
    {
        if (_count == 0 || _entries[_count - 1].Document != document)
        {
            Documents++;
        }
        else if (_entries[_count - 1].Place == place)
        {
            _entries[_count - 1] = new Entry(document, place, _entries[_count - 1].Count + count);
            return;
        }

        if (_count == _entries.Length)
            Array.Resize(ref _entries, Math.Max(16, 2 * _count));
        _entries[_count++] = new Entry(document, place, count);
    }

    public BitSet ToBits(int documents, ulong mask)
    {
        BitSet bits = new(documents);
        foreach (ref readonly Entry entry in Entries)
        {
            if (entry.IsIn(mask))
                bits.Add(entry.Document);
        }

        return bits;
    }

    /// <summary>Occurrences in one document and role.</summary>
    internal readonly record struct Entry(int Document, int Place, int Count)
    {
        public bool IsIn(ulong mask) => (mask >> Place & 1) != 0;
    }

    /// <summary>Reads the entries along with ascending documents.</summary>
    internal struct Cursor(LeafMatches matches)
    {
        private int _next;

        /// <summary>The document's occurrences under a mask, and the same weighted for the score. Documents
        /// ascending.</summary>
        public (long Occurrences, long Frequency) Take(int document, ulong mask)
        {
            ReadOnlySpan<Entry> entries = matches.Entries;
            int next = _next;
            while (next < entries.Length && entries[next].Document < document)
                next++;
            long occurrences = 0;
            long frequency = 0;
            for (; next < entries.Length && entries[next].Document == document; next++)
            {
                if (!entries[next].IsIn(mask))
                    continue;
                occurrences += entries[next].Count;
                frequency += (long)entries[next].Count * (entries[next].Place == RoleMask.Title ? TitleWeight : 1);
            }

            _next = next;
            return (occurrences, frequency);
        }
    }
}
