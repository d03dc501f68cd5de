namespace SearchEngine.Web.Features.Display;

/// <summary>Theme and type size, kept in the only cookie of the site; shared links do not carry them.</summary>
/// <param name="Theme">light, dark, or null to follow the system.</param>
/// <param name="IsLarge">True for 大字版.</param>
public sealed record DisplayChoice(string? Theme, bool IsLarge)
{
    internal const string Cookie = "display";
    internal const string Light = "light";
    internal const string Dark = "dark";
    internal const string Auto = "auto";
    internal const string Large = "large";
    internal const string Regular = "regular";

    /// <summary>The value for <c>data-size</c>; null, and no attribute, for the usual size.</summary>
    public string? Size => IsLarge ? Large : null;

    internal string CookieValue => $"{Theme ?? Auto}.{Size ?? Regular}";

    /// <summary>What the request's cookie says. Anything but our own four words is taken as no choice.</summary>
    internal static DisplayChoice Of(HttpRequest request)
    {
        string[] parts = (request.Cookies[Cookie] ?? "").Split('.');
        return new DisplayChoice(ThemeOf(parts[0]), parts.Length == 2 && parts[1] == Large);
    }

    internal DisplayChoice With(string? theme, string? size) => new(
        theme is Light or Dark or Auto ? ThemeOf(theme) : Theme,
        size is Large or Regular ? size == Large : IsLarge);

    private static string? ThemeOf(string word) => word is Light or Dark ? word : null;
}
