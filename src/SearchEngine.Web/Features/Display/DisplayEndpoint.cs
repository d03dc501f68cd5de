namespace SearchEngine.Web.Features.Display;

/// <summary>Sets theme and size and goes back to the page the form stood on.</summary>
internal static class DisplayEndpoint
{
    public const string Path = "/display";

    public static void MapDisplayChoice(this WebApplication app) =>
        app.MapPost(Path, Choose).ExcludeFromDescription();

    private static async Task<IResult> Choose(HttpContext context, CancellationToken cancellation)
    {
        if (!context.Request.HasFormContentType)
            return TypedResults.StatusCode(StatusCodes.Status415UnsupportedMediaType);

        IFormCollection form;
        try
        {
            form = await context.Request.ReadFormAsync(cancellation);
        }
        catch (InvalidDataException)
        {
            return TypedResults.StatusCode(StatusCodes.Status400BadRequest);
        }

        DisplayChoice choice = DisplayChoice.Of(context.Request).With(form["theme"], form["size"]);
        context.Response.Cookies.Append(DisplayChoice.Cookie, choice.CookieValue, new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
            MaxAge = WebLimits.DisplayCookie,
            Path = "/",
        });
        return TypedResults.LocalRedirect(OwnAddress(form["back"]));
    }

    /// <summary>A path of this site or the home page; never another site's address in disguise.</summary>
    private static string OwnAddress(string? address) =>
        address is { Length: > 0 and <= WebLimits.RequestLineBytes } && address[0] == '/' && address.All(IsPlain)
            && !address.StartsWith("//", StringComparison.Ordinal)
                && !address.StartsWith("/\\", StringComparison.Ordinal)
            ? address
            : "/";

    private static bool IsPlain(char letter) => letter is > ' ' and < '\u007f';
}
