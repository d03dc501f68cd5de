using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SearchEngine.Search.Answers;
using SearchEngine.Web.Features.Shared;
using SearchEngine.Web.Hosting;

namespace SearchEngine.Web.Features.Errors;

/// <summary>
/// Says in one sentence why there is no answer. Asks neither the catalogue nor the index, which may be the reason.
/// </summary>
[DisableRateLimiting]
public sealed class IndexModel : SitePage
{
    public int Status { get; private set; }

    public string Sentence { get; private set; } = "";

    public override string DocumentTitle => Heading;

    public override string Here => "/";

    public string Heading => Status switch
    {
        400 => "地址里有一处不成立",
        404 => "没有这一页",
        405 => "这里只供阅读",
        429 or 503 => "现在太忙",
        >= 500 => "出了差错",
        _ => "无法回答",
    };

    public IActionResult OnGet()
    {
        // Asked for by its own address it is a page like any other that does not exist.
        Failure failure = HttpContext.Features.Get<Failure>()
            ?? new Failure(StatusCodes.Status404NotFound, null, IsApi: false);
        Status = failure.Status;
        Sentence = failure.Sentence ?? Usual(failure.Status);
        Response.StatusCode = failure.Status;
        if (!failure.IsApi)
            return Page();

        var problem = new { status = Status, title = Heading, detail = Sentence };
        return new ContentResult
        {
            Content = JsonSerializer.Serialize(problem, SearchAnswerJson.Options),
            ContentType = "application/problem+json; charset=utf-8",
            StatusCode = Status,
        };
    }

    private static string Usual(int status) => status switch
    {
        400 => "请求不成立，没有执行。",
        404 => "地址不存在，或者所指的报告不在库里。",
        405 => "这个地址不接受这种请求方法。",
        413 => "请求太大。",
        415 => "请求的内容类型不对。",
        429 => "同一地址的请求太密，过几秒再来。",
        503 => "同时进行的检索太多，过几秒再来。",
        >= 500 => "服务器没能完成这次请求，已经记录下来。",
        _ => "没有执行这次请求。",
    };
}
