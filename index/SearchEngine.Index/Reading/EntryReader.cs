using SearchEngine.Index.Codec;

namespace SearchEngine.Index.Reading;

/// <summary>Reads what follows a term's name in the dictionary.</summary>
internal static class EntryReader
{
    /// <summary>False when the bytes are no entry. <paramref name="postings"/>: where the next list begins.</summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, ref int at, long postings, out TermEntry entry)
    {
        entry = default;
        if (!VarInt.TryRead(bytes, ref at, out ulong count) || count is 0 or > int.MaxValue
            || !VarInt.TryRead(bytes, ref at, out ulong value) || value > int.MaxValue)
            return false;
        entry = count == 1
            ? new TermEntry(1, (int)value, postings, 0)
            : new TermEntry((int)count, 0, postings, (int)value);
        // A position costs at least a seventh of a bit beside its skip entry; a count beyond that would only waste
        // memory.
        return count == 1 || count <= (value * 16) + 1;
    }
}
