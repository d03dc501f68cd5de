using SearchEngine.Index.Codec;

namespace SearchEngine.Index.Reading;

/// <summary>Reads what follows a term's name in the dictionary.</summary>
internal static class EntryReader
{
    /// <summary>
    /// False when the bytes are no entry. <paramref name="postings"/>: where the next list begins.
    /// <paramref name="hasPlaces"/>: a frequent term of this kind has a list of places;
    /// <paramref name="onlyPlaces"/>: and nothing else.
    /// </summary>
    public static bool TryRead(
        ReadOnlySpan<byte> bytes, ref int at, long postings, bool hasPlaces, bool onlyPlaces, out TermEntry entry)
    {
        entry = default;
        ulong value = 0;
        ulong places = 0;
        ulong repeated = 0;
        if (!VarInt.TryRead(bytes, ref at, out ulong count) || count is 0 or > int.MaxValue)
            return false;
        if (count > 1 && (!VarInt.TryRead(bytes, ref at, out repeated) || repeated >= count))
            return false;
        if (!onlyPlaces && (!VarInt.TryRead(bytes, ref at, out value) || value > int.MaxValue))
            return false;
        if ((onlyPlaces || (hasPlaces && count >= TermEntry.PlacesFrom))
            && (!VarInt.TryRead(bytes, ref at, out places) || places > int.MaxValue))
            return false;
        entry = count == 1
            ? new TermEntry(1, 1, (int)value, postings, 0, (int)places)
            : new TermEntry((int)count, (int)(count - repeated), 0, postings, (int)value, (int)places);
        // A block of 128 positions takes ten bytes at least, with its skip entry; a count beyond that would only waste
        // memory.
        return onlyPlaces || count == 1 || count <= (value * 13) + 1;
    }
}
