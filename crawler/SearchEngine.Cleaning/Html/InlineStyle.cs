using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace SearchEngine.Cleaning.Html;

/// <summary>What an element's own attributes say about how it looks. Style sheets are not fetched.</summary>
internal static partial class InlineStyle
{
    // Text of this size stands out on any page whose body is set in 12 to 16 pt.
    private const double LargePoints = 17.5;

    public static bool IsHidden(IElement element) =>
        element.HasAttribute("hidden") || element.GetAttribute("aria-hidden") == "true" || (element.GetAttribute("style") is { } style && Hidden().IsMatch(style));

    /// <summary>True where the element shows the line breaks of the source.</summary>
    public static bool KeepsBreaks(IElement element) =>
        element.GetAttribute("style") is { } style && PreFormatted().IsMatch(style);

    /// <summary>True or false where the element aligns its text, null where it says nothing.</summary>
    public static bool? Centered(IElement element, string tag)
    {
        if (tag == "center")
            return true;
        if (element.GetAttribute("style") is { } style && Alignment().Match(style) is { Success: true } match)
            return match.Groups[1].Value.Equals("center", StringComparison.OrdinalIgnoreCase);
        if (element.GetAttribute("align") is { Length: > 0 } align && tag is not ("table" or "img"))
            return align.Equals("center", StringComparison.OrdinalIgnoreCase);
        return null;
    }

    /// <summary>True where the element makes its text bold or large.</summary>
    public static bool IsStrong(IElement element, string tag)
    {
        if (tag is "b" or "strong" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "th")
            return true;
        if (tag == "font" && element.GetAttribute("size") is { Length: > 0 } size)
            return size is "4" or "5" or "6" or "7" or "+1" or "+2" or "+3";
        if (element.GetAttribute("style") is not { } style)
            return false;
        if (Bold().IsMatch(style))
            return true;
        return FontSize().Match(style) is { Success: true } match
            && double.TryParse(match.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture,
                out double value)
            && value * (match.Groups[2].Value.Equals("px", StringComparison.OrdinalIgnoreCase) ? 0.75
                : 1) >= LargePoints;
    }

    [GeneratedRegex(@"display\s*:\s*none|visibility\s*:\s*hidden|(?<![-\w])(?:height|font-size|opacity)\s*:\s*0(?:\.0+)?(?:px|pt|em|%)?\s*(?:;|!|$)|(?:left|top|right|text-indent)\s*:\s*-\d{3,}|clip\s*:\s*rect\(\s*0", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Hidden();

    [GeneratedRegex(@"white-space\s*:\s*(?:pre|break-spaces)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PreFormatted();

    [GeneratedRegex(@"text-align\s*:\s*([a-z]+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Alignment();

    [GeneratedRegex(@"font-weight\s*:\s*(?:bold|[6-9]00)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Bold();

    [GeneratedRegex(@"font-size\s*:\s*([0-9]{1,3}(?:\.[0-9]+)?)\s*(pt|px)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FontSize();
}
