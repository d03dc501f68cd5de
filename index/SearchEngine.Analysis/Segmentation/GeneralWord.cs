namespace SearchEngine.Analysis.Segmentation;

/// <summary>Walks through the lines of the shipped words: number of characters in common with the word before, as a
/// character from 0 on; the others; a blank; the frequency.</summary>
internal ref struct GeneralWord(string lines)
{
    private const int LongestWord = 64;
    private const char NoneInCommon = '0';

    private readonly char[] _word = new char[LongestWord];
    private int _next;
    private int _length;

    public int InCommon { get; private set; }

    public long Frequency { get; private set; }

    /// <summary>The word; valid until the next one.</summary>
    public readonly ReadOnlySpan<char> Text => _word.AsSpan(0, _length);

    public bool MoveNext()
    {
        if (_next == lines.Length)
            return false;
        ReadOnlySpan<char> rest = lines.AsSpan(_next);
        ReadOnlySpan<char> line = rest[..rest.IndexOf('\n')];
        int blank = line.IndexOf(' ');
        InCommon = line[0] - NoneInCommon;
        line[1..blank].CopyTo(_word.AsSpan(InCommon));
        _length = InCommon + blank - 1;
        Frequency = long.Parse(line[(blank + 1)..], provider: null);
        _next += line.Length + 1;
        return true;
    }
}
