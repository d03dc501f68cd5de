using SearchEngine.Web.Features.Results;

namespace SearchEngine.Web.Features.Read;

/// <summary>Addresses of a report's pages.</summary>
internal static class ReportAddress
{
    public const string HitParameter = "hit";

    public static string Of(string id) => "/r/" + Uri.EscapeDataString(id);

    /// <summary>The report with the hits of a search in it, and the way back to that search's page.</summary>
    public static string Of(string id, SearchState state) => Of(id) + state.QueryString;

    /// <summary>The same, standing at a hit; works without scripts because the number is in the address.</summary>
    /// <param name="id">The report's id.</param>
    /// <param name="state">The search.</param>
    /// <param name="hit">Number of the hit from 1.</param>
    public static string AtHit(string id, SearchState state, int hit)
    {
        string number = Shared.Wording.Digits(hit);
        string query = state.QueryString;
        return $"{Of(id)}{query}{(query.Length == 0 ? '?' : '&')}{HitParameter}={number}#h{number}";
    }

    public static string Capture(string id, int number) => $"{Of(id)}/captures/{Shared.Wording.Digits(number)}";

    public static string Versions(string id) => Of(id) + "/captures";

    public static string Evidence(string id) => Of(id) + "/evidence";

    /// <summary>The report as a reference; <paramref name="form"/> is ris, bibtex or csl-json.</summary>
    public static string Reference(string id, string form) => $"{Of(id)}/cite/{form}";

    public static string CaptureFile(string id, int number) => Capture(id, number) + "/file";

    public static string Json(string id) => "/api/reports/" + Uri.EscapeDataString(id);

    /// <summary>The id as the catalogue spells it: of all escapes the server leaves the slash's alone.</summary>
    public static string IdFromRoute(string segment) => segment.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
}
