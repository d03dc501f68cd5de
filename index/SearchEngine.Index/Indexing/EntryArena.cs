using System.Buffers;
using System.Runtime.CompilerServices;

namespace SearchEngine.Index.Indexing;

/// <summary>
/// Memory for text, for (term, position) entries, and for sorting them, kept from segment to segment: fresh memory costs more
/// than the sort itself. Not for several threads.
/// </summary>
/// <param name="most">Entries that a segment is thought to have at most.</param>
internal sealed class EntryArena(long most)
{
    private const int Digits = 1 << 16;
    private const int Least = 1 << 12;

    /// <summary>With so many entries a segment is likely to become a full one: doubling would copy all of them again and
    /// again.</summary>
    private const int Many = 1 << 18;

    private const int MostAtOnce = 1 << 23;

    private readonly int[] _next = new int[Digits];
    private ulong[] _other = [];

    /// <summary>Room for entries; what is in it is the user's.</summary>
    public ulong[] Entries { get; private set; } = new ulong[Least];

    /// <summary>The documents' text; what is in it is the user's.</summary>
    public ArrayBufferWriter<char> Text { get; private set; } = new();

    /// <summary>A new segment begins.</summary>
    public void Begin() => Text.ResetWrittenCount();

    /// <summary>Gives the memory back; what is in it is lost.</summary>
    public void Release() => (Entries, _other, Text) = (new ulong[Least], [], new ArrayBufferWriter<char>());

    /// <summary>Doubles the room, or makes all of it that is thought to be needed. Memory that is not used is not
    /// touched.</summary>
    public void Grow()
    {
        long length = Entries.Length >= Many ? Math.Max(Math.Min(most, MostAtOnce), 2L * Entries.Length) : 2L * Entries.Length;
        ulong[] entries = GC.AllocateUninitializedArray<ulong>((int)Math.Min(Array.MaxLength, length));
        Entries.CopyTo(entries, 0);
        Entries = entries;
    }

    /// <summary>
    /// Sorts the first entries by their upper 32 bits, those with equal ones staying in their order (least significant
    /// digit first, two passes of 16 bits), and returns them; they stay in <see cref="Entries"/>.
    /// </summary>
    public Span<ulong> Sort(int count)
    {
        if (_other.Length < count)
            _other = GC.AllocateUninitializedArray<ulong>(Entries.Length);
        Pass(Entries.AsSpan(0, count), _other, 32);
        Pass(_other.AsSpan(0, count), Entries, 48);
        return Entries.AsSpan(0, count);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Pass(ReadOnlySpan<ulong> source, Span<ulong> target, int shift)
    {
        int[] next = _next;
        Array.Clear(next);
        foreach (ulong entry in source)
            next[(ushort)(entry >> shift)]++;
        int start = 0;
        for (int digit = 0; digit < next.Length; digit++)
        {
            int size = next[digit];
            next[digit] = start;
            start += size;
        }

        foreach (ulong entry in source)
            target[next[(ushort)(entry >> shift)]++] = entry;
    }
}
