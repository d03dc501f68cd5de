using System.Globalization;
using SearchEngine.Cli.Terminal;
using SearchEngine.Reports.Model;
using Spectre.Console;

namespace SearchEngine.Cli.Verbs;

/// <summary>Prints a cleaned report for a person.</summary>
internal static class ReportPrinter
{
    private static readonly string[] Kinds = ["报告", "其他文章", "列表页", "附件页", "受限页", "空页"];

    public static void Print(CleanReport report, IReadOnlyList<string> topics, bool evidence)
    {
        IAnsiConsole console = Messages.Output;
        console.MarkupLine($"[bold]{Markup.Escape(report.Title ?? "题名未载")}[/]{(report.TitleInferred ? "（推定）" : "")}");
        Row(console, "种类", Kinds[(int)report.Kind]);
        Row(console, "地区", report.Region is { } region ? $"{string.Join(" › ", region.Path)} {region.Code ?? region.InternalCode}" : null);
        Row(console, "年度", report.Year?.ToString(CultureInfo.InvariantCulture));
        Row(console, "发布", Date(report.Published));
        Row(console, "成文", Date(report.Written));
        Row(console, "主体", report.Issuer + (report.IssuerInferred ? "（推定）" : ""));
        Row(console, "发布机构", report.Publisher);
        Row(console, "来源", report.Source);
        Row(console, "索引号", report.IndexNumber);
        Row(console, "文号", report.DocumentNumber);
        Row(console, "引用文号", string.Join("、", report.CitedDocumentNumbers));
        Row(console, "主题", string.Join(' ', topics));
        if (evidence)
            Evidence(console, report);
        console.WriteLine();
        foreach (BodyLine line in report.Lines)
            console.MarkupLine(line.Paragraph is null ? $"[bold]{Markup.Escape(line.Text)}[/]" : Markup.Escape(line.Text));
        if (report.Signature is not null)
            console.MarkupLine($"[grey]{Markup.Escape(report.Signature)}[/]");
    }

    private static void Evidence(IAnsiConsole console, CleanReport report)
    {
        console.WriteLine();
        foreach (FieldEvidence field in report.Fields)
        {
            console.MarkupLine(
                $"[blue]{EvidenceWording.Field(field.Name)}[/]  {Markup.Escape(field.Value ?? "未载")}");
            if (field.From is not null)
                console.MarkupLine($"    取自 {Markup.Escape(EvidenceWording.Of(field.From))}"
                    + (field.Raw == field.Value || field.Raw == field.From ? "" : $"，原文“{Markup.Escape(field.Raw ?? "")}”")
                    + $"；{EvidenceWording.Confidence(field.Confidence)}"
                    + $"（{field.Confidence.ToString("0.00", CultureInfo.InvariantCulture)}）");
            foreach (RejectedCandidate candidate in field.Rejected)
                console.MarkupLine($"    [grey]弃用 {(candidate.Raw.Length == 0 ? "" : $"“{Markup.Escape(candidate.Raw)}”：")}"
                    + $"{Markup.Escape(EvidenceWording.Of(candidate.Why))}[/]");
        }

        foreach (Repair repair in report.Repairs)
        {
            console.MarkupLine($"[yellow]修补[/] {Markup.Escape(repair.Rule)}（第 {repair.Offset} 字）"
                + $"“{Markup.Escape(repair.Before)}” → “{Markup.Escape(repair.After)}”");
        }
    }

    private static void Row(IAnsiConsole console, string name, string? value) =>
        console.MarkupLine($"[grey]{name.PadRight(4, '　')}[/] {(string.IsNullOrEmpty(value) ? "[grey]未载[/]" : Markup.Escape(value))}");

    private static string? Date(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
