using SearchEngine.Reports.Model;
using SearchEngine.Web.Features.Shared;

namespace SearchEngine.Web.Features.Read;

/// <summary>The metadata card: every field, its value, how far it can be trusted, and why.</summary>
internal static class FieldPresenter
{
    public static IReadOnlyList<FieldCard> Of(CleanReport report)
    {
        RegionRef? region = report.Region;
        string? place = region is null ? null
            : Wording.Place(region) + ((region.Code ?? region.InternalCode) is { } code ? $"（{code}）" : "");
        return
        [
            Card(report, "title", "题名", report.Title, report.TitleInferred),
            Card(report, "region", "地区", place, reason: region?.Evidence),
            Card(report, "year", "报告年度", report.Year is { } year ? Wording.Digits(year) : null),
            Card(report, "published", "发布日期", DateOrNull(report.Published)),
            Card(report, "written", "成文日期", DateOrNull(report.Written)),
            Card(report, "issuer", "主体", report.Issuer, report.IssuerInferred),
            Card(report, "issuerKind", "主体类型", KindOrNull(report.IssuerKind), report.IssuerInferred),
            Card(report, "publisher", "发布单位", report.Publisher),
            Card(report, "source", "来源", report.Source),
            Card(report, "indexNumber", "索引号", report.IndexNumber),
            Card(report, "documentNumber", "发文字号", report.DocumentNumber, reason: CitedOnly(report)),
        ];
    }

    private static FieldCard Card(
        CleanReport report, string name, string label, string? value, bool isInferred = false, string? reason = null)
    {
        FieldEvidence? evidence = report.Fields.FirstOrDefault(field => field.Name == name);
        FieldState state = value is null ? FieldState.Absent
            : isInferred || evidence?.Confidence < WebLimits.SureConfidence ? FieldState.Inferred
            : FieldState.Sure;
        return new FieldCard(
            label,
            value,
            state,
            evidence?.Raw == evidence?.From ? null : evidence?.Raw,
            evidence?.From is { } from
                ? $"{EvidenceWording.Of(from)}；{EvidenceWording.Confidence(evidence.Confidence)}" : null,
            evidence?.Value != evidence?.Raw && evidence?.Raw != evidence?.From ? evidence?.Value : null,
            reason is not null && evidence?.Value is not null
                ? $"{reason}；{EvidenceWording.Confidence(evidence.Confidence)}" : reason,
            [.. (evidence?.Rejected ?? []).Select(candidate => (candidate.Raw, EvidenceWording.Of(candidate.Why)))]);
    }

    private static string? CitedOnly(CleanReport report) =>
        report.DocumentNumber is null && report.CitedDocumentNumbers.Count > 0
            ? $"正文里的 {string.Join("、", report.CitedDocumentNumbers)} 是引用的别的文件。"
            : null;

    private static string? KindOrNull(IssuerKind? kind) => kind is { } known ? Labels.Of(known) : null;

    private static string? DateOrNull(DateOnly? date) => date is null ? null : Wording.Date(date);
}
