namespace SearchEngine.Reports.Regions;

/// <summary>A division of GB/T 2260 during the years in which it bore this code and name.</summary>
/// <param name="Code">Six digits.</param>
/// <param name="Name">Full name, e.g. 上党区.</param>
/// <param name="ParentCode">Code of the division above; null for a province. A municipality's districts hang under
/// it.</param>
/// <param name="Level">Level of the division.</param>
/// <param name="From">First year of code and name; 1981 stands for then or earlier, null for unknown.</param>
/// <param name="To">Year in which it ended; null while it lasts.</param>
/// <param name="SuccessorCode">Code of the division that took its place; null where there is none or it still
/// lasts.</param>
public sealed record Division(
    string Code, string Name, string? ParentCode, DivisionLevel Level, int? From, int? To, string? SuccessorCode)
{
    /// <summary>True while the division lasts.</summary>
    public bool IsCurrent => To is null;

    /// <summary>True when the division existed at some time of this year.</summary>
    public bool ExistedIn(int year) => (From is null || From <= year) && (To is null || year <= To);
}
