using System.Buffers;
using System.Runtime.CompilerServices;
using SearchEngine.Index.Store;

namespace SearchEngine.Index.Indexing;

/// <summary>
/// Memory for text, for (term, position) entries, and for sorting them, kept from segment to segment: fresh memory
/// costs more than the sort itself. Not for several threads.
/// </summary>
/// <param name="most">Entries that a segment is thought to have at most.</param>
/// <param name="sorting">Memory for sorting. Others may have it too, as long as only one of them sorts at a time.</param>
internal sealed class EntryArena(long most, EntryArena.SortRoom sorting)
{
    private const int Digits = 1 << 16;
    private const int LowShift = 32;
    private const int HighShift = 48;
    private const int Least = 1 << 12;

    /// <summary>With so many entries a segment is likely to become a full one: doubling would copy all of them again
    /// and again.</summary>
    private const int Many = 1 << 18;

    private const int MostAtOnce = 1 << 23;

    /// <summary>Entries for which a full segment's room is made ready at a time.</summary>
    private const int Step = 1 << 18;

    /// <summary>The least pages that systems have; touching one byte of each touches all memory.</summary>
    private const int PageBytes = 1 << 12;

    private Task _prepared = Task.CompletedTask;

    /// <summary>Room for entries; what is in it is the user's.</summary>
    public ulong[] Entries { get; private set; } = new ulong[Least];

    /// <summary>How many of the entries are to be used before <see cref="Grow"/>.</summary>
    public int Room { get; private set; } = Least;

    /// <summary>The documents' text; what is in it is the user's.</summary>
    public ArrayBufferWriter<char> Text { get; private set; } = new();

    /// <summary>True when the room for entries is that of a full segment.</summary>
    public bool IsFullSize => Entries.Length > Many;

    /// <summary>A new segment begins.</summary>
    public void Begin()
    {
        _prepared.GetAwaiter().GetResult();
        Text.ResetWrittenCount();
    }

    /// <summary>
    /// Makes the room of a full segment and touches it, in the background behind another arena's: the first touch of a
    /// page is work for the system, and whoever fills the segment would wait for it. Returns that work.
    /// </summary>
    public Task Prepare(Task before) => _prepared = PrepareBehind(before);

    /// <summary>Gives the memory back; what is in it is lost.</summary>
    public void Release()
    {
        _prepared.GetAwaiter().GetResult();
        (Entries, Room, Text) = (new ulong[Least], Least, new ArrayBufferWriter<char>());
        sorting.Release();
    }

    /// <summary>Doubles the room, or makes all of it that is thought to be needed. Memory that is not used is not
    /// touched: the room of a full segment is given step by step.</summary>
    public void Grow()
    {
        if (Room == Entries.Length)
            Enlarge();
        if (Room == Entries.Length)
            return;
        int step = Math.Min(Step, Entries.Length - Room);
        NativeMemory.MakeReady(Entries.AsSpan(Room, step));
        Room += step;
    }

    /// <summary>
    /// Sorts the first entries by their upper 32 bits, those with equal ones staying in their order (least significant
    /// digit first, two passes of 16 bits), and returns them; they stay in <see cref="Entries"/>.
    /// </summary>
    public Span<ulong> Sort(int count)
    {
        Span<ulong> other = sorting.Room(count, Entries.Length);
        Count(Entries.AsSpan(0, count), sorting.Low, sorting.High);
        Pass(Entries.AsSpan(0, count), other, LowShift, sorting.Low);
        Pass(other, Entries, HighShift, sorting.High);
        return Entries.AsSpan(0, count);
    }

    private long FullSize => Math.Min(most, MostAtOnce);

    private void Enlarge()
    {
        bool large = Entries.Length >= Many;
        long length = large ? Math.Max(FullSize, 2L * Entries.Length) : 2L * Entries.Length;
        ulong[] entries = GC.AllocateUninitializedArray<ulong>((int)Math.Min(Array.MaxLength, length));
        Entries.CopyTo(entries, 0);
        Entries = entries;
        if (!large)
        {
            Room = entries.Length;
            return;
        }

        // A segment has about as many characters as entries.
        ArrayBufferWriter<char> text = new(Math.Max(entries.Length, Text.WrittenCount));
        text.Write(Text.WrittenSpan);
        Text = text;
    }

    private async Task PrepareBehind(Task before)
    {
        await before.ConfigureAwait(false);
        await Task.Run(() =>
        {
            ulong[] entries = GC.AllocateUninitializedArray<ulong>((int)Math.Max(Entries.Length, FullSize));
            Touch(entries.AsSpan());
            (Entries, Room) = (entries, entries.Length);
            Text = new ArrayBufferWriter<char>(entries.Length);
            Touch(Text.GetSpan(entries.Length));
        }).ConfigureAwait(false);
    }

    /// <summary>Makes memory ready and touches it: systems that do not know how to do the first do it then, and a
    /// virtual machine's host has its own part to do at the first touch.</summary>
    private static void Touch<T>(Span<T> memory)
        where T : unmanaged
    {
        NativeMemory.MakeReady(memory);
        for (int i = 0; i < memory.Length; i += PageBytes / Unsafe.SizeOf<T>())
            memory[i] = default;
    }

    /// <summary>Counts both digits in one walk, and makes of the counts where each digit's entries begin.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Count(ReadOnlySpan<ulong> entries, int[] low, int[] high)
    {
        Array.Clear(low);
        Array.Clear(high);
        foreach (ulong entry in entries)
        {
            low[(ushort)(entry >> LowShift)]++;
            high[(ushort)(entry >> HighShift)]++;
        }

        int lowStart = 0;
        int highStart = 0;
        for (int digit = 0; digit < Digits; digit++)
        {
            (low[digit], lowStart) = (lowStart, lowStart + low[digit]);
            (high[digit], highStart) = (highStart, highStart + high[digit]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Pass(ReadOnlySpan<ulong> source, Span<ulong> target, int shift, int[] next)
    {
        foreach (ulong entry in source)
            target[next[(ushort)(entry >> shift)]++] = entry;
    }

    /// <summary>A copy of entries, and where each digit's begin.</summary>
    internal sealed class SortRoom
    {
        private ulong[] _other = [];

        public int[] Low { get; } = new int[Digits];

        public int[] High { get; } = new int[Digits];

        /// <summary>Room for entries, of which there will be <paramref name="most"/> sooner or later.</summary>
        public Span<ulong> Room(int count, int most)
        {
            if (_other.Length < count)
            {
                _other = GC.AllocateUninitializedArray<ulong>(most);
                NativeMemory.MakeReady(_other.AsSpan(0, count));
            }

            return _other.AsSpan(0, count);
        }

        public void Release() => _other = [];
    }
}
