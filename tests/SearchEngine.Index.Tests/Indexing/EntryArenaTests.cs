using System.Buffers;
using SearchEngine.Index.Indexing;

namespace SearchEngine.Index.Tests.Indexing;

public sealed class EntryArenaTests
{
    /// <summary>Room of a full segment, in entries; beyond it an arena doubles.</summary>
    private const int Full = 1 << 20;

    [Fact]
    public void What_is_in_an_arena_stays_while_it_grows_beyond_a_full_segment()
    {
        EntryArena arena = new(Full, new EntryArena.SortRoom());
        for (int count = 0; count < 3 * Full; count++)
        {
            if (count == arena.Room)
                arena.Grow();
            arena.Entries[count] = Value(count);
            if (count % 3 == 0)
                arena.Text.Write([(char)count]);
        }

        for (int i = 0; i < 3 * Full; i++)
        {
            if (arena.Entries[i] != Value(i) || (i % 3 == 0 && arena.Text.WrittenSpan[i / 3] != (char)i))
                Assert.Fail($"Entry {i} is {arena.Entries[i]}.");
        }

        Assert.Equal(Full, arena.Text.WrittenCount);
    }

    [Fact]
    public void A_full_segments_room_is_made_at_once_and_given_step_by_step()
    {
        EntryArena arena = new(Full, new EntryArena.SortRoom());
        while (!arena.IsFullSize)
            arena.Grow();
        Assert.Equal(Full, arena.Entries.Length);
        Assert.True(arena.Room < Full);
        ulong[] entries = arena.Entries;
        for (int room = arena.Room; room < Full; room = arena.Room)
        {
            arena.Grow();
            Assert.InRange(arena.Room, room + 1, Full);
            Assert.Same(entries, arena.Entries);
        }

        arena.Release();
        Assert.Equal(arena.Entries.Length, arena.Room);
        Assert.False(arena.IsFullSize);
    }

    [Fact]
    public async Task An_arena_made_ready_in_the_background_has_all_its_room()
    {
        EntryArena arena = new(Full, new EntryArena.SortRoom());
        await arena.Prepare(Task.CompletedTask);
        arena.Begin();
        Assert.Equal(Full, arena.Entries.Length);
        Assert.Equal(Full, arena.Room);
        Assert.Equal(0, arena.Text.WrittenCount);
    }

    private static ulong Value(int number) => (ulong)number * 0x9e37_79b9_7f4a_7c15;
}
