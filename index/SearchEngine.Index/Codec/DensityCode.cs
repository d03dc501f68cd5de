namespace SearchEngine.Index.Codec;

/// <summary>A density in one byte, rounded up: four bits of exponent and four of mantissa, from 2^−8 to 240.</summary>
internal static class DensityCode
{
    /// <summary>Above everything.</summary>
    public const byte Unbounded = byte.MaxValue;

    /// <summary>Codes there are.</summary>
    public const int Count = 256;

    private const int DroppedBits = 19;
    private const int Least = (127 - 8) << 4;

    /// <summary>The least code whose value is not below a density, which is not negative.</summary>
    public static byte Of(double density)
    {
        float above = (float)density;
        if (above < density)
            above = MathF.BitIncrement(above);
        int code = (int)((BitConverter.SingleToUInt32Bits(above) + (1u << DroppedBits) - 1) >> DroppedBits) - Least;
        return (byte)Math.Clamp(code, 0, Unbounded);
    }

    /// <summary>The greatest density with a code.</summary>
    public static double ValueOf(byte code) =>
        code == Unbounded ? double.PositiveInfinity : BitConverter.Int32BitsToSingle((code + Least) << DroppedBits);
}
