using System.Runtime.CompilerServices;

namespace SearchEngine.Index.Search;

/// <summary>What is counted of one role while leaves are walked.</summary>
internal struct RoleTally
{
    /// <summary>Hits with an occurrence of a leaf that counts.</summary>
    public long Documents;

    /// <summary>Occurrences of leaves that count.</summary>
    public long Occurrences;

    /// <summary>
    /// What one occurrence adds to a hit, two numbers in one so that one multiplication does: 1 to its occurrences
    /// (lower half), and to the frequency of its score 1, or in a title the title's weight (upper half). 0 in a role
    /// that does not count for hits. A document is too short for either half to overflow.
    /// </summary>
    public ulong Share;

    /// <summary>A tally for each role, titles in the place behind.</summary>
    public static RoleTally[] ForAll() => new RoleTally[IndexLimits.Roles + 1];

    /// <summary>Adds occurrences in this role to a document, and returns what they are to it, as <see cref="Share"/>
    /// says.</summary>
    /// <param name="place">The role's number, or that of titles.</param>
    /// <param name="count">Occurrences; 0 in a document that is no hit.</param>
    /// <param name="seen">The places met in the document; all of them in one that is no hit.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Add(int place, long count, ref long seen)
    {
        Occurrences += count;
        Documents += ~seen >> place & 1;
        seen |= 1L << place;
        return (ulong)count * Share;
    }

    /// <summary>Sets the shares for a leaf.</summary>
    /// <param name="roles">A tally for each role.</param>
    /// <param name="mask">Roles whose occurrences count for hits.</param>
    /// <param name="titleWeight">How often an occurrence in a title counts for the score.</param>
    public static void SetShares(RoleTally[] roles, ulong mask, int titleWeight)
    {
        for (int place = 0; place < roles.Length; place++)
            roles[place].Share = ShareOf(place, mask, titleWeight);
    }

    /// <summary>The <see cref="Share"/> of one place.</summary>
    public static ulong ShareOf(int place, ulong mask, int titleWeight)
    {
        ulong weight = place == RoleMask.Title ? (ulong)titleWeight : 1;
        return (mask >> place & 1) * ((weight << 32) | 1);
    }
}
