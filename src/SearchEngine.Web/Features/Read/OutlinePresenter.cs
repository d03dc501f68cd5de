using SearchEngine.Reports.Model;
using SearchEngine.Web.Features.Shared;

namespace SearchEngine.Web.Features.Read;

/// <summary>The outline: headings of the first level with their role, those of the second below them.</summary>
internal static class OutlinePresenter
{
    /// <summary>Longest label, in characters: two lines of the outline's column.</summary>
    private const int LabelLength = 26;

    /// <summary>A heading is cut at its first comma or stop, but not before this many characters.</summary>
    private const int LeastLength = 6;

    private static readonly char[] Stops = [',', '，', '。', ';', '；', ':', '：'];

    public static IReadOnlyList<OutlineEntry> Of(CleanReport report, IReadOnlyList<BodyLine> lines, HitMap hits)
    {
        Dictionary<int, string> anchors = [];
        int[] counts = new int[report.Blocks.Count + 1];
        for (int at = 0; at < lines.Count; at++)
        {
            anchors.TryAdd(lines[at].Section, LinePresenter.Anchor(lines[at]));
            counts[lines[at].Section] += hits.Lines[at].Count(mark => mark.Kind == MarkKind.Literal);
        }

        List<OutlineEntry> entries = [];
        for (int section = 0; section < report.Blocks.Count; section++)
        {
            Block block = report.Blocks[section];
            if (block.Level == 0 || block.Heading is not { } heading
                || !anchors.TryGetValue(section, out string? anchor))
            {
                Count(entries, counts[section]);
                continue;
            }

            OutlineEntry entry = new(
                Shorten(heading), block.Level == 1
                    ? Labels.Of(block.Role)
                    : null, RoleStyle.Of(block.Role), anchor, counts[section], []);
            if (block.Level == 1 || entries.Count == 0)
                entries.Add(entry);
            else if (block.Level == 2)
                entries[^1] = Under(entries[^1], entry);
            else
                Count(entries, counts[section]);
        }

        return entries;
    }

    private static OutlineEntry Under(OutlineEntry above, OutlineEntry entry) =>
        above with { Hits = above.Hits + entry.Hits, Children = [.. above.Children, entry] };

    /// <summary>Adds the hits of a block that has no entry of its own to the entries it stands under.</summary>
    private static void Count(List<OutlineEntry> entries, int hits)
    {
        if (entries.Count == 0 || hits == 0)
            return;
        OutlineEntry above = entries[^1];
        IReadOnlyList<OutlineEntry> children = above.Children.Count == 0
            ? above.Children
            : [.. above.Children.SkipLast(1), above.Children[^1] with { Hits = above.Children[^1].Hits + hits }];
        entries[^1] = above with { Hits = above.Hits + hits, Children = children };
    }

    private static string Shorten(string heading)
    {
        int stop = heading.Length > LeastLength ? heading.IndexOfAny(Stops, LeastLength) : -1;
        string label = stop > 0 ? heading[..stop] : heading;
        return label.Length <= LabelLength ? label : label[..LabelLength] + "…";
    }
}
