using System.Text.RegularExpressions;

namespace SearchEngine.Web.Tests;

public sealed partial class MarkupTests
{
    [Fact]
    public async Task Pages_hold_nothing_inline_and_nothing_from_elsewhere()
    {
        await using RunningSite site = await RunningSite.Start();

        foreach (string path in Pages.Html.Concat(Pages.Errors.Select(error => error.Path)))
        {
            (_, string html) = await site.Get(path);
            if (!html.StartsWith("<!doctype html>", StringComparison.Ordinal))
                continue;
            string skeleton = Skeleton.Of(html);
            Assert.DoesNotContain(" style=", skeleton, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<style", skeleton, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotMatch(EventHandlerAttribute(), skeleton);
            Assert.Equal(Count(skeleton, "<script"), Count(skeleton, "<script src="));
            Assert.All(Skeleton.Values(
                html, "src"), source => Assert.StartsWith("/assets/", source, StringComparison.Ordinal));
            Assert.All(Skeleton.Values(
                html, "action"), action => Assert.StartsWith("/", action, StringComparison.Ordinal));
            Assert.All(Skeleton.Values(html, "href"), link => Assert.Matches("^(/|#|https?://)", link));
        }
    }

    [Fact]
    public async Task Pages_have_one_heading_of_the_first_level_and_skip_none()
    {
        await using RunningSite site = await RunningSite.Start();

        foreach (string path in Pages.Html)
        {
            string html = await site.Page(path);
            int[] levels = [.. HeadingTag().Matches(html).Select(match => match.Value[2] - '0')];
            Assert.Single(levels, 1);
            string body = html[html.IndexOf("<main", StringComparison.Ordinal)..];
            int last = 0;
            foreach (int level in HeadingTag().Matches(Article(body)).Select(match => match.Value[2] - '0'))
            {
                Assert.True(level <= last + 1, $"{path}: h{level} after h{last}");
                last = level;
            }
        }
    }

    [Fact]
    public async Task Identifiers_are_unique_and_fragments_lead_somewhere()
    {
        await using RunningSite site = await RunningSite.Start();

        foreach (string path in Pages.Html)
        {
            string html = await site.Page(path);
            IReadOnlyList<string> ids = Skeleton.Values(html, "id");
            Assert.Equal(ids.Distinct(), ids);
            foreach (string link in Skeleton.Values(html, "href").Where(link => link.StartsWith('#')))
                Assert.Contains(link[1..], ids);
        }
    }

    [Fact]
    public async Task Tags_are_closed_in_the_order_they_were_opened()
    {
        await using RunningSite site = await RunningSite.Start();

        foreach (string path in Pages.Html)
        {
            Stack<string> open = [];
            foreach (Match tag in AnyTag().Matches(await site.Page(path)))
            {
                string name = tag.Groups["name"].Value;
                if (name is "meta" or "link" or "input" or "wbr" || tag.Groups["self"].Length > 0)
                    continue;
                if (tag.Groups["end"].Length == 0)
                    open.Push(name);
                else
                    Assert.Equal((path, name), (path, open.Pop()));
            }

            Assert.Empty(open);
        }
    }

    [Fact]
    public async Task Every_link_of_our_own_leads_to_a_page()
    {
        await using RunningSite site = await RunningSite.Start();
        HashSet<string> links = [];
        foreach (string path in Pages.Html)
            links.UnionWith(Skeleton.Values(await site.Page(path), "href").Where(link => link.StartsWith('/')));

        Assert.True(links.Count > 60, $"only {links.Count} links");
        foreach (string link in links)
        {
            (int status, _) = await site.Get(link.Split('#')[0]);
            bool isUnheld = link.StartsWith("/r/d4", StringComparison.Ordinal) || link == "/r/a1/captures/2/file";
            Assert.True(isUnheld ? status == 404 : status is 200 or 302, $"{link}: {status}");
        }
    }

    private static string Article(string body) =>
        body.Contains("<article class=\"report\"", StringComparison.Ordinal)
            ? body[body.IndexOf(
                "<article", StringComparison.Ordinal)..body.IndexOf("</article>", StringComparison.Ordinal)]
            : body.Replace("<h3>", "", StringComparison.Ordinal);

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    [GeneratedRegex(" on[a-z]+=", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex EventHandlerAttribute();

    [GeneratedRegex("<h[1-6]", RegexOptions.NonBacktracking)]
    private static partial Regex HeadingTag();

    [GeneratedRegex(
        "<(?<end>/?)(?<name>[a-zA-Z][a-zA-Z0-9]*)(?:\"[^\"]*\"|[^\">/]|/[^>])*(?<self>/?)>", RegexOptions.None, 2000)]
    private static partial Regex AnyTag();
}
