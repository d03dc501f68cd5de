using SearchEngine.Reports.Catalogue;
using SearchEngine.Reports.Model;

namespace SearchEngine.Search.Tests;

/// <summary>Small reports made by hand.</summary>
internal static class Reports
{
    public static StoredReport Of(string id, string title, params (BlockRole Role, string Text)[] paragraphs) => new(
        id,
        null,
        null,
        new CleanReport
        {
            Kind = PageKind.Report,
            Charset = "utf-8",
            Title = title,
            Blocks = [.. paragraphs.Select((p, i) => new Block(p.Role, $"{i + 1}、", 1, true, [p.Text]))],
        },
        [],
        []);

    /// <summary>A report of these paragraphs under a title that none of the tests look for.</summary>
    public static StoredReport Saying(string id, params string[] paragraphs) =>
        Of(id, $"报告{id}", [.. paragraphs.Select(text => (BlockRole.Results, text))]);

    public static StoredReport With(this StoredReport stored, Func<CleanReport, CleanReport> change) =>
        stored with { Report = change(stored.Report) };

    public static RegionRef County { get; } = new(["山东省", "济南市", "市中区"], "370103");

    public static RegionRef Zone { get; } = new(["山东省", "济宁市", "济宁经济开发区"], null, "370800-F01");

    public static RegionRef Town { get; } = new(["山东省", "济南市", "市中区", "大观园街道"], null);
}
