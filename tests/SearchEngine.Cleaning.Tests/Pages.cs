using System.Text;

namespace SearchEngine.Cleaning.Tests;

/// <summary>Small pages for tests, all of our own words.</summary>
internal static class Pages
{
    public const string Prose = "坚持把依法办事作为各项工作的基本要求，压实工作责任，完善工作机制，推动各项任务落到实处，取得了明显成效。";

    public static readonly string Report = string.Join('\n',
    [
        "<p>2023年，青禾区坚持依法行政，持续推进法治政府建设，各项工作平稳有序，群众满意度不断提高。</p>",
        "<p>一、主要举措和成效</p>",
        $"<p>（一）加强组织领导。{Prose}{Prose}</p>",
        $"<p>（二）规范行政执法。{Prose}{Prose}</p>",
        "<p>二、存在的不足和原因</p>",
        $"<p>{Prose}</p>",
        "<p>三、党政主要负责人履行推进法治建设第一责任人职责情况</p>",
        $"<p>{Prose}</p>",
        "<p>四、2024年法治政府建设主要安排</p>",
        $"<p>{Prose}</p>",
    ]);

    public static string Html(string body, string title = "", string head = "") =>
        $"<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>{title}</title>{head}</head><body>{body}</body></html>";

    public static PageInput Input(string text, string? url = null, Encoding? encoding = null,
        DateTimeOffset? fetchedAt = null) =>
        new((encoding ?? new UTF8Encoding(false)).GetBytes(text), url, null, null, fetchedAt);
}
