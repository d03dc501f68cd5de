using SearchEngine.Ingest.Stages;
using SearchEngine.Reports.Model;

namespace SearchEngine.Cli.Verbs;

/// <summary>What the stages did, in a sentence each.</summary>
internal static class Summaries
{
    private static readonly (PageKind Kind, string Name)[] Kinds =
    [
        (PageKind.Report, "报告"), (PageKind.Other, "其他文章"), (PageKind.List, "列表页"),
        (PageKind.Attachment, "附件页"), (PageKind.Blocked, "受限页"), (PageKind.Empty, "空页"),
    ];

    public static string Of(CleanSummary clean) => clean.Kinds.Count == 0
        ? ""
        : "清洗：" + string.Join("，", Kinds.Where(k => clean.Kinds.ContainsKey(k.Kind)).Select(k => $"{k.Name} {clean.Kinds[k.Kind]}")) + "。";

    public static string Of(IndexSummary? index) => index is null ? "未索引（--no-index）。" : $"索引现有 {index.Held} 篇。";
}
