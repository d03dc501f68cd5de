using System.Globalization;
using System.Text;

namespace SearchEngine.Crawler.Robots;

/// <summary>Reads robots.txt (RFC 9309 section 2.2), lenient wherever people err in the wild.</summary>
public static class RobotsParser
{
    private const int MaxLineLength = 2_083 * 8;
    private const int MaxSitemaps = 50;

    /// <param name="body">The file; what is beyond the limit is not read.</param>
    /// <param name="productToken">Our name; letters and hyphens.</param>
    /// <param name="maxBytes">At least 500 KiB by the standard.</param>
    public static RobotsRules Parse(ReadOnlySpan<byte> body, string productToken, int maxBytes)
    {
        string text = Encoding.UTF8.GetString(body[..Math.Min(body.Length, maxBytes)]).TrimStart('\uFEFF');
        Group ours = new();
        Group everybody = new();
        List<string> sitemaps = [];
        List<Group> current = [];
        bool namingAgents = false;
        foreach (string line in text.Split(['\r', '\n']))
        {
            if (!TrySplit(line, out string key, out string value))
            {
                continue;
            }

            switch (key)
            {
                case "user-agent" or "useragent" or "user agent":
                    if (!namingAgents)
                    {
                        current.Clear();
                    }

                    namingAgents = true;
                    AddAgent(value);
                    break;
                case "sitemap":
                    // Belongs to no group and ends none.
                    if (sitemaps.Count < MaxSitemaps && value.Length > 0)
                    {
                        sitemaps.Add(value);
                    }

                    break;
                default:
                    namingAgents = false;
                    current.ForEach(group => group.Add(key, value));
                    break;
            }
        }

        Group chosen = ours.Named ? ours : everybody;
        return new RobotsRules(chosen.Rules, chosen.CrawlDelay, sitemaps);

        void AddAgent(string value)
        {
            string token = LeadingToken(value);
            Group? group = value.StartsWith('*') ? everybody
                : string.Equals(token, productToken, StringComparison.OrdinalIgnoreCase) ? ours
                : null;
            if (group is not null)
            {
                group.Named = true;
                current.Add(group);
            }
        }
    }

    private static bool TrySplit(string line, out string key, out string value)
    {
        (key, value) = ("", "");
        string text = line.Length > MaxLineLength ? line[..MaxLineLength] : line;
        int comment = text.IndexOf('#', StringComparison.Ordinal);
        text = (comment >= 0 ? text[..comment] : text).Trim();
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0)
        {
            return false;
        }

        (key, value) = (text[..colon].Trim().ToLowerInvariant(), text[(colon + 1)..].Trim());
        return true;
    }

    private static string LeadingToken(string value)
    {
        int length = 0;
        while (length < value.Length && (char.IsAsciiLetter(value[length]) || value[length] is '-' or '_'))
        {
            length++;
        }

        return value[..length];
    }

    /// <summary>Rules gathered for one agent; groups of the same name merge.</summary>
    private sealed class Group
    {
        public bool Named { get; set; }

        public List<(RobotsPattern Pattern, bool Allow)> Rules { get; } = [];

        public TimeSpan? CrawlDelay { get; private set; }

        public void Add(string key, string value)
        {
            switch (key)
            {
                // An empty pattern says nothing.
                case "allow" or "disallow" when value.Length > 0:
                    string path = value[0] is '/' or '*' ? value : "/" + value;
                    Rules.Add((new RobotsPattern(path), key == "allow"));
                    break;
                case "crawl-delay" or "crawldelay":
                    if (double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double s)
                        && s is > 0 and < 1e9)
                    {
                        CrawlDelay = TimeSpan.FromSeconds(Math.Max(s, CrawlDelay?.TotalSeconds ?? 0));
                    }

                    break;
                default:
                    break;
            }
        }
    }
}
