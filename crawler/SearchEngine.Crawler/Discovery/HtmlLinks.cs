using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using SearchEngine.Crawler.Scope;

namespace SearchEngine.Crawler.Discovery;

/// <summary>Finds what a page links to: anchors, frames, files shown in it, feeds, scripts and their pagers.</summary>
internal sealed class HtmlLinks(CrawlLimits limits)
{
    /// <param name="html">The page's text.</param>
    /// <param name="page">Its address.</param>
    /// <param name="cancellation">The crawl is stopped; throws.</param>
    public async Task<Discoveries> FindAsync(string html, CrawlUrl page, CancellationToken cancellation)
    {
        if (HtmlPrescan.Refusal(html, limits) is { } refusal)
        {
            return Discoveries.Rejected(refusal);
        }

        // What else the process does counts too, and the very first parse may miss its deadline on an honest page.
        return await TryFindAsync(html, page, cancellation)
            ?? await TryFindAsync(html, page, cancellation)
            ?? Discoveries.Rejected($"解析超过 {limits.ParseTimeout.TotalSeconds} 秒。");
    }

    /// <returns>Null when the deadline passed.</returns>
    private async Task<Discoveries?> TryFindAsync(string html, CrawlUrl page, CancellationToken cancellation)
    {
        using ParseDeadline deadline = new(limits.ParseTimeout, cancellation);
        try
        {
            HtmlParser parser = new(new HtmlParserOptions { MaximumDepth = limits.MaxParseDepth });
            using IHtmlDocument document = await parser.ParseDocumentAsync(html, deadline.Token);
            return document.All.Length > limits.MaxElements
                ? Discoveries.Rejected($"元素超过 {limits.MaxElements} 个。")
                : new Discoveries(Collect(document, page, deadline.Token));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return null;
        }
    }

    private List<DiscoveredLink> Collect(IHtmlDocument document, CrawlUrl page, CancellationToken deadline)
    {
        Dictionary<string, DiscoveredLink> found = new(StringComparer.Ordinal);
        Uri baseUri = page.Uri;
        bool hasBase = false;
        foreach (IElement element in document.All)
        {
            deadline.ThrowIfCancellationRequested();
            if (found.Count >= limits.MaxOutlinks)
            {
                break;
            }

            if (element.LocalName == "base" && !hasBase && element.GetAttribute("href") is { } reference
                && CrawlUrl.TryResolve(page.Uri, reference, out CrawlUrl? stated))
            {
                (baseUri, hasBase) = (stated.Uri, true);
            }
            else if (element.LocalName == "script")
            {
                AddScript(found, element, page, baseUri);
            }
            else
            {
                foreach (string link in ElementLinks.Of(element))
                {
                    AddLink(found, element, link, baseUri, page);
                }
            }
        }

        return [.. found.Values.Take(limits.MaxOutlinks)];
    }

    private static void AddLink(
        Dictionary<string, DiscoveredLink> found, IElement element, string link, Uri baseUri, CrawlUrl page)
    {
        if (link.TrimStart().StartsWith('#') || !CrawlUrl.TryResolve(baseUri, link, out CrawlUrl? url) || url == page)
        {
            return;
        }

        if (LinkKinds.Of(url, IsPagerText(element)) is { } kind)
        {
            found.TryAdd(url.Text, new DiscoveredLink(url, kind));
        }

        if (LinkKinds.FileShownBy(url) is { } file)
        {
            found.TryAdd(file.Text, new DiscoveredLink(file, LinkKind.Attachment));
        }
    }

    private static bool IsPagerText(IElement element)
    {
        if (ElementLinks.HasRel(element, "next"))
        {
            return true;
        }

        // A pager's label is a number or a word or two; a long anchor need not be put together.
        string text = element.ChildNodes.Length <= 3 ? element.TextContent.Trim() : "";
        return text.Length is > 0 and <= 8 && LinkKinds.IsPagerLabel(text);
    }

    private void AddScript(Dictionary<string, DiscoveredLink> found, IElement element, CrawlUrl page, Uri baseUri)
    {
        string script = element.TextContent;
        foreach (string link in ScriptLinks.InScript(script))
        {
            AddLink(found, element, link, baseUri, page);
        }

        IEnumerable<DiscoveredLink> links = PagerScript.Pages(script, page, baseUri, limits.MaxPagerPages)
            .Concat(DataStore.Links(script, baseUri))
            .Concat(DataStore.Groups(script, baseUri, limits.MaxPagerPages));
        foreach (DiscoveredLink link in links)
        {
            found.TryAdd(link.Url.Text, link);
        }
    }
}
