namespace SearchEngine.Index.Codec;

/// <summary>
/// A pair term as one number that sorts as the dictionary does: first symbol (21 bits), second symbol (21), distance
/// (8).
/// A symbol is a character's code point, or <see cref="Cut"/> for any boundary, or <see cref="Run"/> for any run.
/// Distance
/// 0 means neighbours; d means that exactly d signs of class B stand between, which the wide mode does not see.
/// </summary>
internal static class PairKey
{
    public const int Cut = 0x110000;
    public const int Run = 0x110001;

    /// <summary>First symbol of the one pair whose list holds the ends of sentences; its second is 0.</summary>
    public const int Sentence = 0x110002;

    private const int SymbolBits = 21;
    private const int DistanceBits = 8;
    private const int SymbolMask = (1 << SymbolBits) - 1;

    public static ulong Of(int first, int second, int distance = 0) =>
        ((((ulong)(uint)first << SymbolBits) | (uint)second) << DistanceBits) | (uint)distance;

    public static int First(ulong key) => (int)(key >> (SymbolBits + DistanceBits));

    public static int Second(ulong key) => (int)(key >> DistanceBits) & SymbolMask;

    public static int Distance(ulong key) => (int)(key & ((1 << DistanceBits) - 1));
}
