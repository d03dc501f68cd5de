namespace SearchEngine.Reports.Model;

/// <summary>The Chinese words that JSON, URLs and pages use for the enumerations of the domain.</summary>
public static class Labels
{
    private static readonly string[] Roles = ["成效", "问题", "第一责任人", "计划", "其他"];
    private static readonly string[] IssuerKinds = ["政府", "党委政府联合", "部门", "管委会", "乡镇街道"];
    private static readonly string[] Kinds = ["report", "other", "list", "attachment", "blocked", "empty"];

    public static string Of(BlockRole role) => Roles[(int)role];

    public static string Of(IssuerKind kind) => IssuerKinds[(int)kind];

    public static string Of(PageKind kind) => Kinds[(int)kind];

    /// <summary>The role with this label, or null when there is none.</summary>
    public static BlockRole? RoleOf(string label) =>
        Array.IndexOf(Roles, label) is >= 0 and var at ? (BlockRole)at : null;

    /// <summary>The kind of issuer with this label, or null when there is none.</summary>
    public static IssuerKind? IssuerKindOf(string label) =>
        Array.IndexOf(IssuerKinds, label) is >= 0 and var at ? (IssuerKind)at : null;

    /// <summary>The kind of page with this label, or null when there is none.</summary>
    public static PageKind? KindOf(string label) =>
        Array.IndexOf(Kinds, label) is >= 0 and var at ? (PageKind)at : null;
}
