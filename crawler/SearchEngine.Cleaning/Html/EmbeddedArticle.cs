using System.Text.Json;
using System.Text.RegularExpressions;
using SearchEngine.Cleaning.Lines;

namespace SearchEngine.Cleaning.Html;

/// <summary>
/// Finds the article that a page carries as data for its own script (__INITIAL_STATE__, __NUXT__, JSON in a script
/// element) and shows nowhere. The text is in the page that was fetched; nothing is run and nothing is asked for.
/// </summary>
internal static partial class EmbeddedArticle
{
    // A caption or a setting is shorter than an article's text.
    private const int LeastHan = 80;

    // Fields of the article stand beside its text, not at the other end of the data.
    private const int NearChars = 4000;

    /// <summary>The article as a page of its own, or null when no script carries one. Linear time.</summary>
    /// <param name="scripts">Texts of the script elements.</param>
    public static string? Find(IEnumerable<string> scripts)
    {
        string? best = null;
        int most = LeastHan - 1;
        foreach (string script in scripts)
        {
            int next = 0;
            foreach (Match key in Key().Matches(script))
            {
                if (key.Index < next)
                    continue;
                int start = key.Index + key.Length, end = EndOfString(script, start);
                if (end < 0)
                    break;
                next = end;
                if (Unescaped(script[start..end]) is { } html && html.Count(TextTidy.IsHan) is var han && han > most)
                    (best, most) = (Page(script, key.Index, end, html), han);
            }
        }

        return best;
    }

    private static int EndOfString(string script, int start)
    {
        for (int i = start; i < script.Length; i++)
            if (script[i] == '\\')
                i++;
            else if (script[i] == '"')
                return i;
        return -1;
    }

    private static string Page(string script, int start, int end, string html)
    {
        string before = script[Math.Max(0, start - NearChars)..start];
        string after = script[end..Math.Min(script.Length, end + NearChars)];
        string title = Near(Title()), date = Near(Date()), source = Near(Source());
        return $"<html><body><h1>{title}</h1><p>{(date.Length > 0 ? "发布时间：" + date : "")}</p>"
            + $"<p>{(source.Length > 0 ? "来源：" + source : "")}</p><div class=article-content>{html}</div></body></html>";

        string Near(Regex field) =>
            (field.Matches(before).LastOrDefault() ?? field.Matches(after).FirstOrDefault()) is { } match
                ? Unescaped(match.Groups[1].Value) ?? "" : "";
    }

    private static string? Unescaped(string literal)
    {
        try
        {
            return JsonSerializer.Deserialize<string>($"\"{literal}\"");
        }
        catch (JsonException)
        {
            // A literal of a script and not of JSON (\x3c, a line break): another one may be readable.
            return null;
        }
    }

    [GeneratedRegex("""(?<=["'{,\s])(?:content|contents|body|articleBody|articleContent|docContent|newsContent|html|text|detail|zhengwen)["']?\s{0,9}:\s{0,9}["]""", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Key();

    [GeneratedRegex("""(?<=["'{,\s])(?:title|headline|docTitle|articleTitle|newsTitle)["']?\s{0,9}:\s{0,9}"([^"]{4,200})["]""", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Title();

    [GeneratedRegex("""(?<=["'{,\s])(?:pubDate|publishDate|pubTime|publishTime|publishedAt|datePublished|releaseTime|docRelTime)["']?\s{0,9}:\s{0,9}"([0-9T:. /年月日+-]{8,40})["]""", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Date();

    [GeneratedRegex("""(?<=["'{,\s])(?:source|contentSource|docSource|sourceName)["']?\s{0,9}:\s{0,9}"([^"]{2,60})["]""", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Source();
}
