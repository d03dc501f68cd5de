namespace SearchEngine.Web.Features.Results;

/// <summary>A chosen or excluded value over the results; following it takes the choice back.</summary>
/// <param name="Lead">The facet's word, or 不含 for an exclusion.</param>
/// <param name="Label">The value's word.</param>
/// <param name="Url">The state without it.</param>
public sealed record ChoiceChip(string Lead, string Label, string Url);
