using SearchEngine.Reports.Model;

namespace SearchEngine.Web.Features.Shared;

/// <summary>
/// The style sheet's class for a block's role; it colours the square beside the label, never the text.
/// </summary>
internal static class RoleStyle
{
    public static string Of(string label) => Labels.RoleOf(label) is { } role ? Of(role) : "role-title";

    public static string Of(BlockRole role) => role switch
    {
        BlockRole.Results => "role-results",
        BlockRole.Problems => "role-problems",
        BlockRole.FirstResponsible => "role-first",
        BlockRole.Plan => "role-plan",
        _ => "role-other",
    };
}
