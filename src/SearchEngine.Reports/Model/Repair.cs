namespace SearchEngine.Reports.Model;

/// <summary>One change that cleaning made to the page's characters.</summary>
/// <param name="Rule">Name of the rule in Chinese, e.g. 合并断行.</param>
/// <param name="Offset">UTF-16 position in the text before this repair.</param>
/// <param name="Before">What stood there.</param>
/// <param name="After">What stands there now; equal to <paramref name="Before"/> where a fault is only flagged.</param>
public sealed record Repair(string Rule, int Offset, string Before, string After);
