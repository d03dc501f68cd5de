using System.Globalization;
using System.Text.RegularExpressions;
using SearchEngine.Cleaning.Lines;

namespace SearchEngine.Cleaning.Html;

/// <summary>
/// Finds the pages that continue an article: links and page scripts whose file name is this page's name and a number.
/// </summary>
internal static partial class NextPageFinder
{
    /// <summary>Absolute addresses of the pages after this one, in order of their numbers.</summary>
    /// <param name="outline">The page.</param>
    /// <param name="here">Its address; null gives none.</param>
    /// <param name="from">What relative links are resolved against.</param>
    public static IReadOnlyList<string> Find(PageOutline outline, Uri? here, Uri? from)
    {
        if (here is null || from is null)
            return [];
        List<Uri> links =
        [
            .. outline.Links.Where(link => IsPagerText(link.Text))
                .Select(link => Resolve(from, link.Href)).OfType<Uri>()
                .Where(uri => uri.Host == here.Host && Folder(uri) == Folder(here)),
        ];
        (string stem, int number) = Position(here, links);
        SortedDictionary<int, string> pages = [];
        foreach (Uri link in links)
            if (NumberAfter(link, here, stem) is { } page && page > number)
                pages.TryAdd(page, link.AbsoluteUri);
        foreach ((int page, string href) in FromScripts(outline, stem, number))
            if (Resolve(from, href) is { } uri)
                pages.TryAdd(page, uri.AbsoluteUri);
        return [.. pages.Values.Take(CleaningLimits.MaxNextPages)];
    }

    public static Uri? Resolve(Uri from, string href) =>
        Uri.TryCreate(from, href, out Uri? uri) && (uri.Scheme is "http" or "https" || (uri.IsFile && from.IsFile))
            ? uri : null;

    // Page 2 knows that it is one by the link back to the name without a number.
    private static (string Stem, int Number) Position(Uri here, List<Uri> links)
    {
        string name = Name(here);
        if (Suffix().Match(name) is { Success: true } suffix
            && links.Exists(link => Name(link) == suffix.Groups[1].Value && link.Query == here.Query))
            return (suffix.Groups[1].Value, Number(suffix.Groups[2].Value));
        return (name, QueryNumber(here) ?? 0);
    }

    // Number of the page a link leads to, counted as its name counts; null for another article.
    private static int? NumberAfter(Uri link, Uri here, string stem)
    {
        string name = Name(link);
        if (Suffix().Match(name) is { Success: true } suffix && suffix.Groups[1].Value == stem
            && link.Query == here.Query)
            return Number(suffix.Groups[2].Value);
        return name == stem && QueryNumber(link) is { } page && WithoutPage(link) == WithoutPage(here) ? page : null;
    }

    // createPageHTML(count, current, "name", "ext"): the first page is name.ext, the others name_1.ext and so on.
    private static IEnumerable<(int Page, string Href)> FromScripts(PageOutline outline, string stem, int number)
    {
        foreach (string script in outline.Scripts)
            foreach (Match match in PageScript().Matches(script))
                if (match.Groups[3].Value == stem)
                    for (int page = Math.Max(number, Number(match.Groups[2].Value)) + 1;
                        page < Math.Min(Number(match.Groups[1].Value), CleaningLimits.MaxNextPages);
                        page++)
                        yield return (page, $"{stem}_{page}.{match.Groups[4].Value}");
    }

    private static bool IsPagerText(string text) => text.Length <= 12 && PagerText().IsMatch(text);

    private static string Name(Uri uri)
    {
        string file = uri.Segments[^1];
        int dot = file.LastIndexOf('.');
        return dot > 0 ? file[..dot] : file;
    }

    private static string Folder(Uri uri) => uri.AbsolutePath[..(uri.AbsolutePath.LastIndexOf('/') + 1)];

    private static int? QueryNumber(Uri uri) => PageParameter().Match(uri.Query) is { Success: true } match
        ? Number(match.Groups[1].Value) : null;

    private static string WithoutPage(Uri uri) => PageParameter().Replace(uri.Query, "").Trim('?', '&');

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(.+?)[_-](\d{1,3})$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Suffix();

    [GeneratedRegex(@"[?&](?:page|pageNo|pageNum|pageIndex|p|pn)=(\d{1,3})(?=&|$)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex PageParameter();

    [GeneratedRegex(@"^[\[(（【<]*\s*(?:\d{1,3}|第\s*\d{1,3}\s*页|下一?页|后一页|上一?页|首页|尾页|末页|next|>+|»)\s*[\])）】>]*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex PagerText();

    [GeneratedRegex("""createPageHTML\s*\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*["']([^"']{1,100})["']\s*,\s*["']([A-Za-z]{1,6})["']""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PageScript();
}
