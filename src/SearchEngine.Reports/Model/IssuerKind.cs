namespace SearchEngine.Reports.Model;

/// <summary>Who accounts for the work (主体类型).</summary>
public enum IssuerKind
{
    /// <summary>政府.</summary>
    Government,

    /// <summary>党委政府联合: party committee and government together.</summary>
    PartyAndGovernment,

    /// <summary>部门: a department of a government.</summary>
    Department,

    /// <summary>管委会: the committee of a development zone.</summary>
    ZoneCommittee,

    /// <summary>乡镇街道: a town or a subdistrict.</summary>
    Township,
}
