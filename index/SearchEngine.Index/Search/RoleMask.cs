namespace SearchEngine.Index.Search;

/// <summary>Sets of the places an occurrence may stand in: a bit for each role, and one for titles.</summary>
internal static class RoleMask
{
    /// <summary>The place number of titles, behind the last role.</summary>
    public const int Title = IndexLimits.Roles;

    public const ulong All = ulong.MaxValue;

    /// <summary>The roles of a request; a title has none of them. Numbers that are no role are no place.</summary>
    public static ulong Of(IReadOnlySet<int>? roles)
    {
        if (roles is null)
            return All;
        ulong mask = 0;
        foreach (int role in roles)
            mask |= role is >= 0 and < IndexLimits.Roles ? 1UL << role : 0;
        return mask;
    }
}
