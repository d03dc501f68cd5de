using System.Runtime.CompilerServices;

namespace SearchEngine.Index.Indexing;

/// <summary>
/// Memory for (term, position) entries and for sorting them, kept from segment to segment: fresh memory costs more
/// than the sort itself. Not for several threads.
/// </summary>
internal sealed class EntryArena
{
    private const int Digits = 1 << 16;
    private const int Least = 1 << 12;

    private readonly int[] _next = new int[Digits];
    private ulong[] _other = [];

    /// <summary>Room for entries; what is in it is the user's.</summary>
    public ulong[] Entries { get; private set; } = new ulong[Least];

    /// <summary>Gives the memory back; what is in <see cref="Entries"/> is lost.</summary>
    public void Release() => (Entries, _other) = (new ulong[Least], []);

    /// <summary>Doubles the room.</summary>
    public void Grow()
    {
        ulong[] entries = Entries;
        Array.Resize(ref entries, (int)Math.Min(Array.MaxLength, 2L * entries.Length));
        Entries = entries;
    }

    /// <summary>
    /// Sorts the first entries by their upper 32 bits, those with equal ones staying in their order (least significant
    /// digit first, two passes of 16 bits), and returns them; they stay in <see cref="Entries"/>.
    /// </summary>
    public Span<ulong> Sort(int count)
    {
        if (_other.Length < count)
            _other = new ulong[Entries.Length];
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
