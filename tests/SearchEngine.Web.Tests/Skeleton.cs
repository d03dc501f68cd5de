using System.Text;

namespace SearchEngine.Web.Tests;

/// <summary>
/// The markup of a page without its text: names of tags and of their attributes, in order. Two pages that differ in
/// their texts alone have the same skeleton; a text that got out of its place has not.
/// </summary>
internal static class Skeleton
{
    public static string Of(string html)
    {
        StringBuilder skeleton = new();
        int at = 0;
        while ((at = html.IndexOf('<', at)) >= 0)
        {
            at++;
            if (at >= html.Length || !(char.IsAsciiLetter(html[at]) || html[at] is '/' or '!' or '?'))
                continue;
            at = Tag(html, at, skeleton);
        }

        return skeleton.ToString();
    }

    /// <summary>Values of the attributes with this name, decoded.</summary>
    public static IReadOnlyList<string> Values(string html, string attribute)
    {
        List<string> values = [];
        string opening = $" {attribute}=\"";
        int at = 0;
        while ((at = html.IndexOf(opening, at, StringComparison.Ordinal)) >= 0)
        {
            at += opening.Length;
            int end = html.IndexOf('"', at);
            values.Add(System.Net.WebUtility.HtmlDecode(html[at..end]));
        }

        return values;
    }

    private static int Tag(string html, int at, StringBuilder skeleton)
    {
        skeleton.Append('<');
        while (at < html.Length && html[at] != '>')
        {
            if (html[at] == '=' && at + 1 < html.Length && html[at + 1] is '"' or '\'')
            {
                int close = html.IndexOf(html[at + 1], at + 2);
                at = close < 0 ? html.Length : close + 1;
                skeleton.Append('=');
                continue;
            }

            skeleton.Append(html[at++]);
        }

        skeleton.Append('>');
        return at;
    }
}
