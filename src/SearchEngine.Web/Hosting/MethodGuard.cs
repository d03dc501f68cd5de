using SearchEngine.Web.Features.Display;

namespace SearchEngine.Web.Hosting;

/// <summary>
/// The server reads: GET and HEAD everywhere, POST for the one form that sets theme and size, nothing else.
/// </summary>
internal sealed class MethodGuard(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        HttpRequest request = context.Request;
        bool isForm = request.Path == DisplayEndpoint.Path;
        string method = request.Method;
        bool isRead = HttpMethods.IsGet(method) || HttpMethods.IsHead(method);
        if (isForm ? HttpMethods.IsPost(method) : isRead)
            return next(context);

        context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        context.Response.Headers.Allow = isForm ? "POST" : "GET, HEAD";
        return Task.CompletedTask;
    }
}
