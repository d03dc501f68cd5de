namespace SearchEngine.Web.Hosting;

/// <summary>
/// Puts the same protective headers on every response before anything else runs, so that no route and no error can miss
/// them. Nothing inline is allowed: a piece of a page that slipped through the encoder would still not run.
/// </summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    /// <summary>The policy of our own pages.</summary>
    public const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
        "form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'";

    /// <summary>The policy of an archived original that is downloaded: whatever opens it may do nothing.</summary>
    public const string SandboxPolicy = "default-src 'none'; sandbox";

    private const string OneYearWithSubdomains = "max-age=31536000; includeSubDomains";

    public Task InvokeAsync(HttpContext context)
    {
        IHeaderDictionary headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        // Pages depend on the cookie for theme and size; assets, whose names change with their content, say otherwise.
        headers.CacheControl = "private, no-cache";
        headers.Vary = "Cookie";
        if (context.Request.IsHttps)
            headers.StrictTransportSecurity = OneYearWithSubdomains;
        return next(context);
    }
}
