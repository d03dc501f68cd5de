namespace SearchEngine.Web.Features.Results;

/// <summary>A way out of an empty page, with what it brings.</summary>
/// <param name="Label">What is done, e.g. 去掉“报告年度 2020”.</param>
/// <param name="Condition">The condition it drops, as named in the label; null when it changes something else.</param>
/// <param name="Url">The state it leads to.</param>
/// <param name="Reports">篇 it brings.</param>
/// <param name="Occurrences">处 it brings.</param>
/// <param name="Of">Collected under the conditions that stay.</param>
public sealed record Relaxation(string Label, string? Condition, string Url, int Reports, long Occurrences, int Of);
