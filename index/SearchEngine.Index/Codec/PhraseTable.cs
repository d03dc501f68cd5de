using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SearchEngine.Index.Codec;

/// <summary>
/// The phrases that a segment's text is written with: a code of 16 bits stands for one to eight UTF-16 units. Code 0
/// says that a unit follows as it is, so that every text can be written with every table.
/// </summary>
internal sealed class PhraseTable
{
    /// <summary>Units of a phrase at most; a slot of 16 bytes is stored at once, whatever its length.</summary>
    public const int MaxPhrase = 8;

    public const ushort Escape = 0;

    /// <summary>Codes of a table at most, the escape among them.</summary>
    public const int MaxCodes = 1 << 16;

    private readonly char[] _slots;
    private readonly byte[] _lengths;

    private PhraseTable(char[] slots, byte[] lengths) => (_slots, _lengths) = (slots, lengths);

    /// <summary>Number of phrases; their codes begin with 1.</summary>
    public int Count => _lengths.Length - 1;

    /// <summary>Reads what <see cref="ToBytes"/> wrote; null for anything else.</summary>
    public static PhraseTable? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < sizeof(int))
            return null;
        int count = BinaryPrimitives.ReadInt32LittleEndian(bytes);
        if (count is < 0 or >= MaxCodes || bytes.Length - sizeof(int) < count)
            return null;
        ReadOnlySpan<byte> lengths = bytes.Slice(sizeof(int), count);
        ReadOnlySpan<char> units = MemoryMarshal.Cast<byte, char>(bytes[(sizeof(int) + count)..]);
        Builder builder = new(count);
        foreach (byte length in lengths)
        {
            if (length is 0 or > MaxPhrase || length > units.Length)
                return null;
            builder.Add(units[..length]);
            units = units[length..];
        }

        return units.IsEmpty && (bytes.Length - count) % 2 == 0 ? builder.Build() : null;
    }

    /// <summary>Number of phrases u32, the length of each u8, their units.</summary>
    public byte[] ToBytes()
    {
        ReadOnlySpan<byte> lengths = _lengths.AsSpan(1);
        int sum = 0;
        foreach (byte length in lengths)
            sum += length;
        byte[] bytes = new byte[sizeof(int) + lengths.Length + (sizeof(char) * sum)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, lengths.Length);
        lengths.CopyTo(bytes.AsSpan(sizeof(int)));
        Span<char> units = MemoryMarshal.Cast<byte, char>(bytes.AsSpan(sizeof(int) + lengths.Length));
        for (int code = 1; code <= Count; code++)
        {
            this[code].CopyTo(units);
            units = units[_lengths[code]..];
        }

        return bytes;
    }

    /// <summary>The phrase of a code; nothing for the escape.</summary>
    public ReadOnlySpan<char> this[int code] => _slots.AsSpan(code * MaxPhrase, _lengths[code]);

    /// <summary>Units of a phrase; 0 for the escape.</summary>
    public int LengthOf(ushort code) => _lengths[code];

    /// <summary>Units of a text at most; exact without escapes and for codes of this table.</summary>
    private long LengthOf(ReadOnlySpan<ushort> codes)
    {
        long length = 0;
        foreach (ushort code in codes)
            length += code < _lengths.Length ? Math.Max((byte)1, _lengths[code]) : 1;
        return length;
    }

    /// <summary>Writes the text of codes, at most <see cref="MaxPhrase"/> units for each; the target grows when it is
    /// too short. Returns the text's length, −1 for codes that no table like this one has written.</summary>
    public int Decode(ReadOnlySpan<ushort> codes, ref char[] target)
    {
        long needed = (codes.Length + 1L) * MaxPhrase;
        if (target.Length < needed)
            target = new char[LengthOf(codes) + MaxPhrase];
        ref char slots = ref MemoryMarshal.GetArrayDataReference(_slots);
        ref char output = ref MemoryMarshal.GetArrayDataReference(target);
        int length = 0;
        for (int i = 0; i < codes.Length; i++)
        {
            int code = codes[i];
            if (code == Escape)
            {
                if (++i == codes.Length)
                    return -1;
                target[length++] = (char)codes[i];
                continue;
            }

            if (code >= _lengths.Length)
                return -1;
            // A whole slot is copied, and what is behind the phrase is overwritten by the next one.
            Unsafe.As<char, (ulong, ulong)>(ref Unsafe.Add(ref output, length)) =
                Unsafe.As<char, (ulong, ulong)>(ref Unsafe.Add(ref slots, code * MaxPhrase));
            length += _lengths[code];
        }

        return length;
    }

    /// <summary>Takes phrases in the order of their codes, fewer than <see cref="MaxCodes"/>.</summary>
    /// <param name="most">How many there will be at most.</param>
    internal sealed class Builder(int most)
    {
        private readonly char[] _slots = new char[(most + 1) * MaxPhrase];
        private readonly byte[] _lengths = new byte[most + 1];

        public int Count { get; private set; }

        /// <summary>Adds a phrase of 1 to <see cref="MaxPhrase"/> units.</summary>
        public void Add(ReadOnlySpan<char> phrase)
        {
            Count++;
            phrase.CopyTo(_slots.AsSpan(Count * MaxPhrase, MaxPhrase));
            _lengths[Count] = (byte)phrase.Length;
        }

        /// <summary>The table. The builder is used up.</summary>
        public PhraseTable Build() => Count == most
            ? new PhraseTable(_slots, _lengths)
            : new PhraseTable(_slots[..((Count + 1) * MaxPhrase)], _lengths[..(Count + 1)]);
    }
}
