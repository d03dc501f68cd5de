namespace SearchEngine.Index.Search;

/// <summary>Where a leaf occurs in the live documents of a segment: counts by document and role, documents
/// ascending.</summary>
internal sealed class LeafMatches
{
    /// <summary>How often an occurrence in a title counts for the score: a report named after a matter is about
    /// it.</summary>
    public const int TitleWeight = 3;

    private readonly List<Entry> _entries = [];

    public IReadOnlyList<Entry> Entries => _entries;

    /// <summary>Documents with any occurrence.</summary>
    public int Documents { get; private set; }

    /// <summary>Adds occurrences. <paramref name="place"/>: a role or <see cref="RoleMask.Title"/>. Documents
    /// ascending.</summary>
    public void Add(int document, int place, int count)
    {
        if (_entries.Count == 0 || _entries[^1].Document != document)
            Documents++;
        else if (_entries[^1].Place == place)
        {
            _entries[^1] = new Entry(document, place, _entries[^1].Count + count);
            return;
        }

        _entries.Add(new Entry(document, place, count));
    }

    public BitSet ToBits(int documents, ulong mask)
    {
        BitSet bits = new(documents);
        foreach (Entry entry in _entries)
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
            List<Entry> entries = matches._entries;
            while (_next < entries.Count && entries[_next].Document < document)
                _next++;
            long occurrences = 0;
            long frequency = 0;
            for (int i = _next; i < entries.Count && entries[i].Document == document; i++)
            {
                if (!entries[i].IsIn(mask))
                    continue;
                occurrences += entries[i].Count;
                frequency += (long)entries[i].Count * (entries[i].Place == RoleMask.Title ? TitleWeight : 1);
            }

            return (occurrences, frequency);
        }
    }
}
