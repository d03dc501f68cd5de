using SearchEngine.Index.Reading;

namespace SearchEngine.Index.Indexing;

/// <summary>
/// Says of most ids that no segment holds them, so that adding a new document looks into none. Eight bytes a document.
/// </summary>
internal sealed class IdFilter
{
    private readonly HashSet<ulong> _hashes = [];

    /// <summary>False when no document with this id has been added.</summary>
    public bool MayHold(string id) => _hashes.Contains(HashOf(id));

    public void Add(string id) => _hashes.Add(HashOf(id));

    public void Add(ISegmentContent content)
    {
        for (int document = 0; document < content.Documents; document++)
            Add(content.Id(document));
    }

    /// <summary>FNV-1a of 64 bits (Fowler, Noll and Vo) over the UTF-16 units: a collision only costs a look.</summary>
    private static ulong HashOf(string id)
    {
        ulong hash = 0xcbf29ce484222325;
        foreach (char unit in id)
            hash = (hash ^ unit) * 0x100000001b3;
        return hash;
    }
}
