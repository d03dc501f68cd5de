using SearchEngine.Web.Features.Display;

namespace SearchEngine.Web.Hosting;

/// <summary>The server reads: GET and HEAD everywhere, POST for the one form that sets theme and size, nothing else.</summary>
internal sealed class MethodGuard(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        HttpRequest request = context.Request;
        bool isForm = request.Path == DisplayEndpoint.Path;
        if (isForm ? HttpMethods.IsPost(request.Method) : HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            return next(context);

        context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        context.Response.Headers.Allow = isForm ? "POST" : "GET, HEAD";
        return Task.CompletedTask;
    }
}
