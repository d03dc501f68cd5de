namespace SearchEngine.Web.Features.Shared;

/// <summary>The box to search in.</summary>
/// <param name="Query">What stands in it.</param>
/// <param name="Kept">Names and values that a new query keeps.</param>
public sealed record SearchBox(string Query, IEnumerable<(string Name, string Value)> Kept);
