namespace SearchEngine.Analysis.Segmentation;

/// <summary>The words of one text, and the memory that finding them takes; reused from text to text. Not for several
/// threads.</summary>
public sealed class WordBuffer
{
    private int[] _ends = new int[64];

    public int Count { get; private set; }

    /// <summary>Position behind each word, ascending, the last one behind the text. Valid until the next text.</summary>
    public ReadOnlySpan<int> Ends => _ends.AsSpan(0, Count);

    internal char[] Row { get; private set; } = new char[64];

    internal long[] Sums { get; private set; } = new long[65];

    internal int[] Steps { get; private set; } = new int[64];

    /// <summary>The word's first position.</summary>
    public int Start(int word) => word == 0 ? 0 : _ends[word - 1];

    internal void Begin(int length)
    {
        Count = 0;
        // A text has no more words than characters.
        if (_ends.Length < length)
        {
            int size = Math.Max(length, 2 * _ends.Length);
            _ends = new int[size];
            Row = new char[size];
            Sums = new long[size + 1];
            Steps = new int[size];
        }
    }

    internal void Add(int end) => _ends[Count++] = end;
}
