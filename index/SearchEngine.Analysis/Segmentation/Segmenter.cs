namespace SearchEngine.Analysis.Segmentation;

/// <summary>
/// Parts text into words: of all ways to do so the one whose words are together the most probable, each taken by
/// itself (unigram model). Chinese rows are parted by the lexicon; a run of Latin letters or of digits is a word, every
/// other sign one by itself. Words rank and suggest; they never decide what matches. May be used from several threads.
/// </summary>
/// <remarks>
/// The best of the paths through the graph of all words that stand in the text, by dynamic programming from its end
/// (Bellman); a word's weight is the logarithm of its share of all words. Time is linear in the text, since words are
/// bounded.
/// </remarks>
public sealed class Segmenter
{
    private static readonly Lazy<Segmenter> ShippedSegmenter = new(static () => new Segmenter([]));

    private readonly WordTree _tree;
    private readonly int _unknown;

    /// <param name="userWords">
    /// Words beside the shipped ones, of 2 to 32 Chinese characters; others are passed by. Each gets a little more
    /// weight than its parts have together.
    /// </param>
    /// <exception cref="ArgumentException">They have over 200,000 characters.</exception>
    public Segmenter(IEnumerable<string> userWords) => (_tree, _unknown) = Lexicon.Read(userWords);

    /// <summary>With the shipped words alone; made at the first use, in a fraction of a second.</summary>
    public static Segmenter Shipped => ShippedSegmenter.Value;

    /// <summary>Parts a text; the words laid end to end are the text, whatever it is.</summary>
    public void Cut(ReadOnlySpan<char> text, WordBuffer words)
    {
        words.Begin(text.Length);
        CharacterTable table = CharacterTable.Instance;
        ReadOnlySpan<int> entries = table.Basic;
        char[] row = words.Row;
        for (int at = 0; at < text.Length;)
        {
            int start = at;
            while (at < text.Length && entries[text[at]] is var entry && IsHan(entry))
                row[at++ - start] = (char)entry;
            if (at > start)
                CutRow(row.AsSpan(0, at - start), start, words);
            if (at < text.Length)
                at = CutOther(table, text, at, words);
        }
    }

    /// <summary>The words of a text as strings.</summary>
    public IReadOnlyList<string> Words(string text)
    {
        WordBuffer words = new();
        Cut(text, words);
        string[] all = new string[words.Count];
        for (int i = 0; i < all.Length; i++)
            all[i] = text[words.Start(i)..words.Ends[i]];
        return all;
    }

    /// <summary>Chinese characters of the basic plane, in their canonical form.</summary>
    internal static bool IsHan(int entry) => entry is (>= 0x4e00 and <= 0x9fff) or (>= 0x3400 and <= 0x4dbf);

    private void CutRow(ReadOnlySpan<char> row, int start, WordBuffer words)
    {
        int[] steps = words.Steps;
        _tree.BestPath(row, _unknown, words.Sums, steps);
        for (int at = 0; at < row.Length; at = steps[at])
            words.Add(start + steps[at]);
    }

    private static int CutOther(CharacterTable table, ReadOnlySpan<char> text, int at, WordBuffer words)
    {
        CharacterClass kind = CharacterTable.ClassOfEntry(table.EntryAt(text, at, out int length));
        at += length;
        while (kind is CharacterClass.Letter or CharacterClass.Digit && at < text.Length
            && CharacterTable.ClassOfEntry(table.EntryAt(text, at, out length)) == kind)
            at += length;
        words.Add(at);
        return at;
    }
}
