namespace SearchEngine.Index.Codec;

/// <summary>
/// A pair term as one number that sorts as the dictionary does: first symbol (21 bits), second symbol (21), distance
/// (8). A symbol is a character's code point, or <see cref="Cut"/> for any boundary, or <see cref="Run"/> for any run.
/// Distance 0 means neighbours; d means that exactly d signs of class B stand between, which the wide mode does not
/// see.
/// </summary>
internal static class PairKey
{
    public const int Cut = 0x110000;
    public const int Run = 0x110001;

    /// <summary>First symbol of the one pair whose list holds the ends of sentences; its second is 0.</summary>
    public const int Sentence = 0x110002;

    /// <summary>Second symbol of the term that stands for a character whatever follows it; it has only places.</summary>
    public const int Any = 0x110003;

    /// <summary>The greatest symbol that a key has room for.</summary>
    public const int SymbolMask = (1 << SymbolBits) - 1;

    private const int SymbolBits = 21;
    private const int DistanceBits = 8;

    public static ulong Of(int first, int second, int distance = 0) =>
        ((((ulong)(uint)first << SymbolBits) | (uint)second) << DistanceBits) | (uint)distance;

    /// <summary>The pair without distance whose first symbol is the same and whose second is greater by a step.</summary>
    public static ulong Behind(ulong key, ulong step) => (((key >> DistanceBits) + step) << DistanceBits);

    public static int First(ulong key) => (int)(key >> (SymbolBits + DistanceBits));

    public static int Second(ulong key) => (int)(key >> DistanceBits) & SymbolMask;

    public static int Distance(ulong key) => (int)(key & ((1 << DistanceBits) - 1));

    /// <summary>True for the term of a character alone.</summary>
    public static bool IsCharacter(ulong key) => Second(key) == Any;

    /// <summary>True for a term whose occurrences are looked for by themselves: it has a list of places when it is
    /// frequent.</summary>
    public static bool HasPlaces(ulong key) => Distance(key) == 0 && First(key) != Sentence;

    /// <summary>True for a pair that an occurrence of its first symbol, a character, is counted by.</summary>
    public static bool IsOfCharacter(ulong key) => HasPlaces(key) && First(key) < Cut;

    /// <summary>
    /// Writes a key behind a smaller one; returns the bytes used. The lowest two bits of the first number: 1 = a
    /// distance follows, 2 = the first symbol is another one. The rest: by how much the second, or first, is greater.
    /// </summary>
    public static int Write(Span<byte> target, ulong key, ulong before)
    {
        ulong distance = (ulong)Distance(key);
        ulong flags = distance > 0 ? 1u : 0;
        int at;
        if (First(key) == First(before))
        {
            at = VarInt.Write(target, ((ulong)(Second(key) - Second(before)) << 2) | flags);
        }
        else
        {
            at = VarInt.Write(target, ((ulong)(First(key) - First(before)) << 2) | 2 | flags);
            at += VarInt.Write(target[at..], (ulong)Second(key));
        }

        return flags == 0 ? at : at + VarInt.Write(target[at..], distance);
    }

    /// <summary>Reads what <see cref="Write"/> wrote; false for bytes that are no key above <paramref name="key"/>,
    /// which is moved on.</summary>
    public static bool TryRead(ReadOnlySpan<byte> source, ref int at, ref ulong key)
    {
        if (!VarInt.TryRead(source, ref at, out ulong step) || step >> 2 > SymbolMask)
            return false;
        ulong first = (ulong)First(key);
        ulong second = (ulong)Second(key) + (step >> 2);
        if ((step & 2) != 0)
        {
            first += step >> 2;
            if (!VarInt.TryRead(source, ref at, out second))
                return false;
        }

        ulong distance = 0;
        if ((step & 1) != 0 && !VarInt.TryRead(source, ref at, out distance))
            return false;
        if (first > SymbolMask || second > SymbolMask || distance >= 1 << DistanceBits)
            return false;
        key = Of((int)first, (int)second, (int)distance);
        return true;
    }
}
