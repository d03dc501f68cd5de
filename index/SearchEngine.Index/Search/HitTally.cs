namespace SearchEngine.Index.Search;

/// <summary>
/// What a query has in each of a segment's hits: occurrences, score and roles. Each leaf's entries are walked once for
/// all three. Memory is borrowed until it is disposed of.
/// </summary>
internal abstract class HitTally : IDisposable
{
    /// <summary>Hits and occurrences by role.</summary>
    public RoleTally[] Roles { get; } = RoleTally.ForAll();

    /// <summary>Adds a leaf whose occurrences count.</summary>
    /// <param name="leaf">Its number.</param>
    /// <param name="mask">Roles whose occurrences count for hits; the counts by role are of all.</param>
    /// <param name="score">How it scores.</param>
    public abstract void Count(int leaf, ulong mask, in LeafScore score);

    /// <summary>The same for a leaf that only scores.</summary>
    public abstract void Pass(int leaf, ulong mask, in LeafScore score);

    /// <summary>After all leaves: sees to it that the collector has been given every hit; returns their number and
    /// their occurrences.</summary>
    public abstract (int Documents, long Occurrences) Collect();

    public abstract void Dispose();
}
