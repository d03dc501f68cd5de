using System.Xml;
using SearchEngine.Crawler.Fetching;
using SearchEngine.Crawler.Scope;

namespace SearchEngine.Crawler.Discovery;

/// <summary>Reads sitemaps, sitemap indexes, RSS and Atom for the addresses in them. Document types are refused.</summary>
internal sealed class SitemapReader(CrawlLimits limits)
{
    /// <param name="bytes">The decoded body, possibly a .gz file.</param>
    /// <param name="page">The sitemap's address: relative entries, which are common, are resolved against it.</param>
    public Discoveries Read(ReadOnlyMemory<byte> bytes, CrawlUrl page)
    {
        ReadOnlyMemory<byte> plain = bytes.Length > 2 && bytes.Span[0] == 0x1F && bytes.Span[1] == 0x8B
            ? BodyDecoder.Gunzip(bytes, limits).Bytes
            : bytes;
        XmlReaderSettings settings = new()
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = limits.MaxDecodedBytes,
            IgnoreComments = true,
        };
        List<DiscoveredLink> links = [];
        try
        {
            using MemoryStream stream = new(plain.ToArray(), writable: false);
            using XmlReader reader = XmlReader.Create(stream, settings);
            Read(reader, page, links);
        }
        catch (XmlException e)
        {
            // What was read before the error stands: half a sitemap is better than none.
            return new Discoveries(links, $"站点地图不是合格的 XML：{e.Message}");
        }

        return new Discoveries(links);
    }

    /// <summary>True for a body that is XML of one of the kinds read here.</summary>
    public static bool Recognises(ReadOnlySpan<byte> body)
    {
        ReadOnlySpan<byte> head = body[..Math.Min(body.Length, 1024)];
        return head.IndexOf("<urlset"u8) >= 0 || head.IndexOf("<sitemapindex"u8) >= 0 || head.IndexOf("<rss"u8) >= 0
            || head.IndexOf("<feed"u8) >= 0;
    }

    private void Read(XmlReader reader, CrawlUrl page, List<DiscoveredLink> links)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        bool index = false;
        while (links.Count < limits.MaxSitemapEntries && reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element || reader.Depth > 8)
            {
                continue;
            }

            index |= reader.Depth == 0 && reader.LocalName == "sitemapindex";
            bool next = reader.GetAttribute("rel") == "next";
            if (Reference(reader) is { } reference
                && CrawlUrl.TryResolve(page.Uri, reference, out CrawlUrl? url) && seen.Add(url.Text)
                && (index ? LinkKind.Sitemap : LinkKinds.Of(url, next)) is { } kind)
            {
                links.Add(new DiscoveredLink(url, kind));
            }
        }
    }

    // Atom keeps the address in an attribute, RSS and sitemaps in the text.
    private static string? Reference(XmlReader reader)
    {
        if (reader.LocalName == "link" && reader.GetAttribute("href") is { } attribute)
        {
            return reader.GetAttribute("rel") is null or "alternate" or "next" ? attribute : null;
        }

        return reader.LocalName is "loc" or "link" && !reader.IsEmptyElement && reader.Read()
            && reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA
            ? reader.Value.Trim()
            : null;
    }
}
