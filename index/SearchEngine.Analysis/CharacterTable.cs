using System.Text;

namespace SearchEngine.Analysis;

/// <summary>Canonical form and class of every code point, built once from the folding data.</summary>
internal sealed class CharacterTable
{
    /// <summary>The greatest code point.</summary>
    public const int LastPlain = 0x10ffff;

    private const int BasicPlane = 0x10000;
    private const int ClassShift = 24;
    private const int CodePointMask = (1 << ClassShift) - 1;

    private readonly int[] _basic = new int[BasicPlane];
    private readonly Dictionary<int, int> _supplementary = [];

    private CharacterTable(Dictionary<int, int> folding)
    {
        for (int code = 0; code < BasicPlane; code++)
            _basic[code] = Entry(code, folding);
        foreach (int code in folding.Keys.Where(code => code >= BasicPlane))
            _supplementary[code] = Entry(code, folding);
    }

    public static CharacterTable Instance { get; } = new(ReadFolding());

    /// <summary>Entries of the 65,536 UTF-16 units. One that is not greater than <see cref="LastPlain"/> is a unit of
    /// its own, and its canonical code point.</summary>
    public ReadOnlySpan<int> Basic => _basic;

    public static CharacterClass ClassOfEntry(int entry) => (CharacterClass)(entry >> ClassShift);

    public static int CanonicalOfEntry(int entry) => entry & CodePointMask;

    /// <summary>
    /// The entry of the code point that begins at a position, and its length in UTF-16 units. A surrogate without its
    /// partner is U+FFFD and takes one.
    /// </summary>
    public int EntryAt(ReadOnlySpan<char> text, int at, out int length)
    {
        length = 1;
        int entry = _basic[text[at]];
        if (ClassOfEntry(entry) != CharacterClass.Surrogate)
            return entry;
        _ = Rune.DecodeFromUtf16(text[at..], out Rune rune, out length);
        return rune.IsBmp ? _basic[rune.Value] : _supplementary.GetValueOrDefault(rune.Value, LowerCase(rune.Value));
    }

    private static int Entry(int code, Dictionary<int, int> folding)
    {
        // Chains such as full width → half width → lower case end in two or three steps; the bound guards against a
        // circle in the data.
        int canonical = code;
        for (int step = 0; step < 8; step++)
        {
            int next = LowerCase(folding.GetValueOrDefault(canonical, canonical));
            if (next == canonical)
                break;
            canonical = next;
        }

        return canonical | ((int)ClassOf(canonical) << ClassShift);
    }

    private static int LowerCase(int code) =>
        Rune.IsValid(code) ? Rune.ToLowerInvariant(new Rune(code)).Value : code;

    private static CharacterClass ClassOf(int canonical) => canonical switch
    {
        '"' or '\'' or '“' or '”' or '‘' or '’' or '「' or '」' => CharacterClass.Dropped,
        '《' or '》' or '〈' or '〉' => CharacterClass.Dropped,
        '·' or '•' or '・' => CharacterClass.Dropped,
        '、' or '(' or ')' => CharacterClass.Ignorable,
        ',' or ':' => CharacterClass.Clause,
        '。' or ';' or '!' or '?' => CharacterClass.Sentence,
        '\n' or '\r' or '\v' or '\f' or 0x85 or 0x2028 or 0x2029 => CharacterClass.Sentence,
        >= '0' and <= '9' => CharacterClass.Digit,
        _ when canonical < BasicPlane && char.IsSurrogate((char)canonical) => CharacterClass.Surrogate,
        _ when IsBlank(canonical) => CharacterClass.Dropped,
        _ when IsLatinLetter(canonical) => CharacterClass.Letter,
        _ => CharacterClass.Symbol,
    };

    /// <summary>Blanks of every width, the widths of none included.</summary>
    private static bool IsBlank(int code) =>
        code is 0x200b or 0x2060 or 0xfeff || (code < BasicPlane && char.IsWhiteSpace((char)code));

    private static bool IsLatinLetter(int code) =>
        code is (>= 'a' and <= 'z') or (>= 0xc0 and <= 0x24f and not 0xd7 and not 0xf7) or (>= 0x1e00 and <= 0x1eff);

    private static Dictionary<int, int> ReadFolding()
    {
        using Stream stream = typeof(CharacterTable).Assembly.GetManifestResourceStream("folding.txt")
            ?? throw new InvalidOperationException("The folding data is not part of this assembly.");
        using StreamReader reader = new(stream);
        Dictionary<int, int> folding = [];
        while (reader.ReadLine() is { Length: > 0 } line)
        {
            int from = char.ConvertToUtf32(line, 0);
            int to = char.ConvertToUtf32(line, from >= BasicPlane ? 2 : 1);
            folding.Add(from, to);
        }

        return folding;
    }
}
