using System.Globalization;
using SearchEngine.Cli.Terminal;
using SearchEngine.Evidence.Topics;
using SearchEngine.Reports.Model;
using SearchEngine.Search.Requests;

namespace SearchEngine.Cli.Verbs;

/// <summary>Reads the values of search options; a wrong one is answered with what would be right.</summary>
internal static class RequestValues
{
    private static readonly string[] Fields = ["region", "year", "published", "topic", "block", "issuerKind", "site"];

    /// <summary>A..B with open ends, a single year, or 缺失; null when nothing was given.</summary>
    public static YearRange? Years(string option, string? text)
    {
        if (text is null)
            return null;
        if (text is "缺失" or "")
            return new YearRange(null, null, Missing: true);
        string[] ends = text.Split("..");
        if (ends.Length == 1 && Year(text) is { } year)
            return new YearRange(year, year);
        if (ends.Length == 2 && End(ends[0], out int? from) && End(ends[1], out int? to) && (from ?? to) is not null)
        {
            return from > to
                ? throw new WrongInputException($"{option} 的范围“{text}”首尾颠倒，应写成 {to}..{from}。")
                : new YearRange(from, to);
        }

        throw new WrongInputException($"{option} 的值“{text}”不对，应是 2020..2024、2024、..2020、2020.. 或 缺失。");
    }

    /// <summary>Codes of GB/T 2260, internal codes of zones, or paths like 山东省/济南市; the empty string for 缺失.</summary>
    public static IReadOnlyList<string> Regions(IReadOnlyList<string> values) =>
        [.. values.Select(value => value == "缺失" ? "" : value).Select(value =>
            RegionChoice.Fault(value) is { } fault ? throw new WrongInputException(fault) : value)];

    /// <summary>Numbers of topics: those that ship with the product, or what imported documents bring.</summary>
    public static IReadOnlyList<string> Topics(IReadOnlyList<string> ids) =>
        [.. ids.Select(id => IsTopicNumber(id) && TopicTable.NameOf(id) is null
            ? throw new WrongInputException($"没有主题“{id}”，可用 {TopicTable.Default[0].Id} 到 {TopicTable.Default[^1].Id}。")
            : id)];

    public static IReadOnlyList<string> Blocks(IReadOnlyList<string> labels) =>
        [.. labels.Select(label => Labels.RoleOf(label) is null
            ? throw new WrongInputException($"没有章节“{label}”，可用：成效、问题、第一责任人、计划、其他。")
            : label)];

    public static IReadOnlyList<string> IssuerKinds(IReadOnlyList<string> labels) =>
        [.. labels.Select(label => label.Length > 0 && label != "缺失" && Labels.IssuerKindOf(label) is null
            ? throw new WrongInputException($"没有主体“{label}”，可用：政府、党委政府联合、部门、管委会、乡镇街道、缺失。")
            : label)];

    public static Exclusion Exclusion(string text)
    {
        int at = text.IndexOfAny(['=', ':']);
        string field = at < 0 ? text : text[..at];
        if (at < 0 || !Fields.Contains(field))
            throw new WrongInputException($"--exclude 的值“{text}”不对，应是 分面=值，分面为 {string.Join('、', Fields)} 之一。");
        return new Exclusion(field, text[(at + 1)..]);
    }

    public static int OneOf(string option, string value, string[] allowed) => Array.IndexOf(allowed, value) is >= 0 and var at
        ? at
        : throw new WrongInputException($"{option} 的值“{value}”不对，可用：{string.Join('、', allowed)}。");

    public static int NotNegative(string option, int value) =>
        value >= 0 ? value : throw new WrongInputException($"{option} 不能是负数。");

    private static bool IsTopicNumber(string id) => id.Length > 1 && id[0] == 'T' && id.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;

    private static bool End(string text, out int? year)
    {
        year = text.Length == 0 ? null : Year(text);
        return text.Length == 0 || year is not null;
    }

    private static int? Year(string text) =>
        text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int year) ? year : null;
}
