namespace SearchEngine.Web.Features.Read;

/// <summary>A change that cleaning made.</summary>
public sealed record RepairView(string Rule, string Before, string After);
