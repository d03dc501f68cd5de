using SearchEngine.Reports.Catalogue;
using SearchEngine.Web.Hosting;

namespace SearchEngine.Web.Features.Captures;

/// <summary>
/// An archived original byte for byte, as a download. It never opens in our origin: attachment, no sniffing, an opaque
/// type, and a policy that lets it do nothing.
/// </summary>
internal static class CaptureFileEndpoint
{
    public static void MapCaptureFile(this WebApplication app) =>
        app.MapMethods("/r/{id}/captures/{number}/file", ["GET", "HEAD"], Send)
            .RequireRateLimiting(RateLimits.Search)
            .ExcludeFromDescription();

    private static IResult Send(
        string id, string number, HttpContext context, IReportReader reports, ICaptureReader captures)
    {
        if (CaptureLookup.Find(reports, id, number) is not var (_, capture, at)
            || captures.ReadBody(capture) is not { } body)
        {
            Failure.Set(context, StatusCodes.Status404NotFound, "归档里没有这份原件。");
            return TypedResults.Empty;
        }

        context.Response.Headers.ContentSecurityPolicy = SecurityHeaders.SandboxPolicy;
        return TypedResults.Bytes(body, "application/octet-stream", FileName(capture.Digest, at, capture.ContentType));
    }

    /// <summary>
    /// Made of our own characters only: a digest's beginning, a number, and one of the endings we know.
    /// </summary>
    private static string FileName(string digest, int number, string? contentType)
    {
        string type = (contentType ?? "").Split(';')[0].Trim().ToLowerInvariant();
        string ending = type switch
        {
            "text/html" or "application/xhtml+xml" => "html",
            "text/plain" => "txt",
            "application/pdf" => "pdf",
            "application/msword" => "doc",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document" => "docx",
            _ => "bin",
        };
        string stem = new([.. digest.Where(char.IsAsciiHexDigit).Take(16)]);
        return $"capture-{stem}-{Shared.Wording.Digits(number)}.{ending}";
    }
}
