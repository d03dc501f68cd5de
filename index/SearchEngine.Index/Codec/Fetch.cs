using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace SearchEngine.Index.Codec;

/// <summary>Asks the processor to bring memory into its cache that is read soon. A hint: it may be of no effect, and
/// what lies behind an array is asked for without harm.</summary>
internal static unsafe class Fetch
{
    /// <summary>Bytes of a cache line.</summary>
    public const int LineLength = 64;

    /// <summary>So many steps ahead the memory has come when its turn comes.</summary>
    public const int Ahead = 32;

    /// <summary>Where more than one of so many elements is read, they come by themselves.</summary>
    private const int Dense = 16;

    /// <summary>How far ahead to ask when so many of a table's elements are read; beyond all of them when they lie so
    /// close that asking only costs.</summary>
    public static int AheadOf(int reads, int elements) => reads < elements / Dense ? Ahead : int.MaxValue / 2;

    /// <summary>The cache line of an element.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Line<T>(ReadOnlySpan<T> values, int index) => Line(ref MemoryMarshal.GetReference(values), index);

    /// <summary>The same; <paramref name="index"/> counts from an element.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Line<T>(ref T first, int index)
    {
        if (Sse.IsSupported)
            Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref first, index)));
    }
}
