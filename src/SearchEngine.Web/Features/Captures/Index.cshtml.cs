using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SearchEngine.Reports.Catalogue;
using SearchEngine.Reports.Model;
using SearchEngine.Web.Features.Read;
using SearchEngine.Web.Features.Shared;
using SearchEngine.Web.Hosting;

namespace SearchEngine.Web.Features.Captures;

/// <summary>An archived original as plain text inside our own page; never rendered, whatever it holds.</summary>
[EnableRateLimiting(RateLimits.Search)]
public sealed class IndexModel(IReportReader reports, ICaptureReader captures) : SitePage
{
    public CaptureView View { get; private set; } = null!;

    public override string DocumentTitle => $"归档原件（文本）· {View.Title}";

    public override string? Section => "/search";

    public IActionResult OnGet(string id, string number)
    {
        if (CaptureLookup.Find(reports, id, number) is not var (stored, capture, at))
        {
            Failure.Set(HttpContext, StatusCodes.Status404NotFound, "没有这份归档原件。");
            return new EmptyResult();
        }

        CaptureText? text = captures.ReadText(capture);
        bool isCut = text?.Source.Length > WebLimits.CaptureCharacters;
        View = new CaptureView(
            at,
            stored.Captures.Count,
            stored.Report.Title ?? "题名不明",
            ReportAddress.Of(stored.Id),
            ReportAddress.CaptureFile(stored.Id, at),
            Facts(capture),
            text?.Headers ?? "",
            isCut ? text!.Source[..WebLimits.CaptureCharacters] : text?.Source,
            isCut);
        return Page();
    }

    private static IReadOnlyList<(string, string)> Facts(Capture capture) =>
    [
        ("地址", capture.Url),
        ("取得", Wording.Moment(capture.FetchedAt)),
        ("状态", capture.Status == 0 ? "导入文件" : $"HTTP {Wording.Digits(capture.Status)}"),
        ("类型", capture.ContentType ?? "服务器未说明"),
        ("SHA-256", capture.Digest),
        ("归档文件", $"{capture.WarcFile}，偏移 {Wording.Digits(capture.WarcOffset)}"),
    ];
}
