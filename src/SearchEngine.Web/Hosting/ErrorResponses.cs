using Microsoft.AspNetCore.Http.Features;

namespace SearchEngine.Web.Hosting;

/// <summary>
/// Turns a status without a body, and whatever a request throws, into one clear sentence: a page for people, a problem
/// document for programs. The exception goes to the log and never to the reader.
/// </summary>
internal sealed class ErrorResponses(RequestDelegate next, ILogger<ErrorResponses> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        bool isApi = context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);
        int? status = await StatusOf(context);
        if (status is not { } code || context.Response.HasStarted)
            return;

        context.Features.Set(new Failure(code, context.Features.Get<FailureSentence>()?.Text, isApi));
        await Render(context, code);
    }

    /// <summary>The status to explain, or null when the request was answered.</summary>
    private async Task<int?> StatusOf(HttpContext context)
    {
        try
        {
            await next(context);
            HttpResponse response = context.Response;
            bool isBare = response.StatusCode >= 400 && response.ContentType is null && response.ContentLength is null;
            return isBare ? response.StatusCode : null;
        }
        catch (BadHttpRequestException refused)
        {
            return refused.StatusCode;
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return null;
        }
#pragma warning disable CA1031 // The one place where a request's loop ends: log, answer, go on.
        catch (Exception unexpected)
#pragma warning restore CA1031
        {
            log.LogError(unexpected, "A request failed.");
            return StatusCodes.Status500InternalServerError;
        }
    }

    private async Task Render(HttpContext context, int code)
    {
        // The failed endpoint must not be chosen again, and the error page answers GET alone.
        context.SetEndpoint(null);
        context.Features.Get<IRouteValuesFeature>()?.RouteValues.Clear();
        context.Response.StatusCode = code;
        context.Response.ContentType = null;
        string method = context.Request.Method;
        context.Request.Method = HttpMethods.IsHead(method) ? method : HttpMethods.Get;
        context.Request.Path = Failure.Path;
        context.Request.QueryString = QueryString.Empty;
        try
        {
            await next(context);
        }
#pragma warning disable CA1031 // An error page that fails too must not bring the stack trace to the reader.
        catch (Exception unexpected) when (!context.Response.HasStarted)
#pragma warning restore CA1031
        {
            log.LogError(unexpected, "The error page failed.");
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }
    }
}
