using System.Numerics;

namespace SearchEngine.Index.Codec;

/// <summary>Writes text with a table, always the longest phrase that fits. A tree of the phrases in one hash table.</summary>
internal sealed class PhraseEncoder
{
    private readonly ulong[] _keys;
    private readonly int[] _children;
    private readonly List<ushort> _codes = [0];
    private readonly int[] _roots = new int[char.MaxValue + 1];
    private readonly int _mask;

    public PhraseEncoder(PhraseTable table)
    {
        Table = table;
        int nodes = table.Phrases.Sum(phrase => phrase.Length) + 1;
        int size = (int)BitOperations.RoundUpToPowerOf2((uint)(2 * nodes));
        _mask = size - 1;
        _keys = new ulong[size];
        _children = new int[size];
        for (int i = 0; i < table.Phrases.Count; i++)
            _codes[NodeOf(table.Phrases[i])] = (ushort)(i + 1);
    }

    public PhraseTable Table { get; }

    /// <summary>Writes codes into a target that grows when it is too short; returns their number.</summary>
    public int Encode(ReadOnlySpan<char> text, ref ushort[] target)
    {
        if (target.Length < 2 * text.Length)
            target = new ushort[Math.Max(2 * text.Length, 2 * target.Length)];
        int written = 0;
        for (int at = 0; at < text.Length;)
        {
            int node = _roots[text[at]];
            int length = 1;
            ushort code = _codes[node];
            int limit = Math.Min(PhraseTable.MaxPhrase, text.Length - at);
            for (int next = 1; next < limit && node != 0; next++)
            {
                node = _children[Slot(node, text[at + next])];
                if (_codes[node] != 0)
                    (code, length) = (_codes[node], next + 1);
            }

            target[written++] = code;
            if (code == PhraseTable.Escape)
                target[written++] = text[at];
            at += length;
        }

        return written;
    }

    /// <summary>The node of a phrase, with those of its beginnings.</summary>
    private int NodeOf(string phrase)
    {
        int node = _roots[phrase[0]];
        if (node == 0)
            node = _roots[phrase[0]] = AddNode();
        foreach (char unit in phrase.AsSpan(1))
        {
            int slot = Slot(node, unit);
            if (_children[slot] == 0)
            {
                _keys[slot] = KeyOf(node, unit);
                _children[slot] = AddNode();
            }

            node = _children[slot];
        }

        return node;
    }

    private int AddNode()
    {
        _codes.Add(0);
        return _codes.Count - 1;
    }

    private static ulong KeyOf(int node, char unit) => ((ulong)(uint)node << 16) | unit;

    /// <summary>Where a child is, or would be.</summary>
    private int Slot(int node, char unit)
    {
        ulong key = KeyOf(node, unit);
        int slot = (int)((key * 0x9E3779B97F4A7C15) >> 40) & _mask;
        while (_children[slot] != 0 && _keys[slot] != key)
            slot = (slot + 1) & _mask;
        return slot;
    }
}
