using System.Globalization;
using SearchEngine.Reports.Citations;
using SearchEngine.Reports.Model;

namespace SearchEngine.Ingest.Export.Results;

/// <summary>The columns of a table of reports; the same in CSV and XLSX.</summary>
internal static class ReportColumns
{
    public static IReadOnlyList<string> Names { get; } =
    [
        "编号", "题名", "题名推定", "地区", "区划代码", "内部代码", "年度", "发布日期", "成文日期", "主体", "主体推定", "主体类型",
        "发文字号", "索引号", "主题", "处数", "网址", "最近取得（中国时间）", "归档 SHA-256", "引用（GB/T 7714—2025）",
    ];

    /// <summary>The values, one for each name; a value that is not known is null, a number is a number.</summary>
    public static IReadOnlyList<object?> Of(ExportedReport exported)
    {
        CleanReport report = exported.Stored.Report;
        Citation citation = Citation.Of(exported.Stored);
        return
        [
            exported.Stored.Id,
            report.Title,
            report.TitleInferred ? "推定" : null,
            report.Region is { } region ? string.Join('/', region.Path) : null,
            report.Region?.Code,
            report.Region?.InternalCode,
            (long?)report.Year,
            Date(report.Published),
            Date(report.Written),
            report.Issuer,
            report.IssuerInferred ? "推定" : null,
            report.IssuerKind is { } kind ? Labels.Of(kind) : null,
            report.DocumentNumber,
            report.IndexNumber,
            string.Join(' ', exported.Stored.Topics),
            exported.Occurrences,
            exported.Stored.Url ?? exported.Stored.FileName,
            Date(citation.Snapshot is { } snapshot ? Day(snapshot.FetchedAt) : null),
            citation.Snapshot?.Digest,
            GbtCitation.Format(citation, GbtEdition.Gbt2025),
        ];
    }

    private static DateOnly Day(DateTimeOffset moment) =>
        DateOnly.FromDateTime(moment.ToOffset(TimeSpan.FromHours(8)).DateTime);

    private static string? Date(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
