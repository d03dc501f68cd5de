using SearchEngine.Cleaning.Html;
using SearchEngine.Cleaning.Lines;

namespace SearchEngine.Cleaning.Extraction;

/// <summary>
/// Finds the article on a page. 1. Lines are weighed and the run of lines with the greatest sum is the article's core.
/// 2. A container of a known name that holds most of the core wins; else the lowest element that holds the core.
/// 3. Headings of the ladder (一、（一）1.) that stand outside vote to widen it.
/// </summary>
internal sealed class BodyLocator
{
    // A known container is believed when it holds this share of the core's weight.
    private const double ContainerShare = 0.6;

    // An element around the core may bring in other lines that weigh at most this share against it.
    private const double ForeignShare = 0.25;

    // Characters outside links that a page without sentences must have in its table or container.
    private const int LeastTable = 80;

    // The innermost table or container with this share of the most characters is the one.
    private const double MostShare = 0.8;

    // An element with this share of the run holds the article.
    private const double DominantShare = 0.85;

    // Lines that weigh no more than this are links, tools, fields.
    private const double FurnitureWeight = -20;

    // Below this share of prose outside "noise" parts, the page calls its article by such a name.
    private const double QuietShare = 0.3;

    private readonly PageOutline outline;
    private readonly double[] weights;
    private readonly bool[] noise;
    private readonly double[] nodeWeight;

    // Weight of the links, tools and fields in an element, as a positive number. Plain short lines are none: an article
    // may be one sentence above a list of names.
    private readonly double[] clutter;

    private BodyLocator(PageOutline outline)
    {
        this.outline = outline;
        weights = [.. outline.Lines.Select((line, i) => SharesRow(i) ? LineWeight.OfCell(line) : LineWeight.Of(line))];
        noise = [.. outline.Lines.Select(line => line.Noise)];
        double all = weights.Where(weight => weight > 0).Sum();
        double quiet = weights.Where((weight, i) => weight > 0 && !noise[i]).Sum();
        if (quiet < QuietShare * all)
            Array.Clear(noise);
        nodeWeight = new double[outline.NodeCount];
        clutter = new double[outline.NodeCount];
        for (int i = 0; i < weights.Length; i++)
            if (!noise[i])
                for (int node = outline.Lines[i].Node; node >= 0; node = outline.Node(node).Parent)
                {
                    nodeWeight[node] += weights[i];
                    if (weights[i] <= FurnitureWeight || (weights[i] < 0 && outline.Lines[i].LinkShare > 0.5))
                        clutter[node] -= weights[i];
                }
    }

    /// <summary>The article's lines, with what the page wraps around them inside its container.</summary>
    public static BodyRange Locate(PageOutline outline)
    {
        BodyLocator locator = new(outline);
        BodyRange range = BelowTitle.Cut(outline, locator.weights, locator.Locate());
        return outline.IsHtml && range.Lines.Count > 0
            ? range with { Lines = LadderReach.Complete(outline, locator.noise, range.Lines) } : range;
    }

    private BodyRange Locate()
    {
        (int first, int last, double core) = HeaviestRun();
        if (core <= 0)
            return outline.IsHtml ? WithoutProse() : new BodyRange([.. Enumerable.Range(0, weights.Length)], "text");
        if (!outline.IsHtml)
            return new BodyRange([.. Extended(first, last)], "text");

        int around = Climbed(LowestAround(first, last));
        if (KnownContainer(first, last, core) is { } container)
            return Widened(BelowHeading(container, around), "container");
        if (outline.Node(around).Tag is not ("body" or "html" or "#document")
            && clutter[around] <= core * ForeignShare)
            return WithTableBelow(Widened(around, "density"));
        return Dominant(first, last, core) is { } dominant
            ? Widened(dominant, "density") : new BodyRange([.. Extended(first, last)], "density");
    }

    // The run may reach into a notice of the site below the article: the lowest element with nearly all of the run is
    // the article's then.
    private int? Dominant(int first, int last, double core)
    {
        Dictionary<int, double> inCore = [];
        for (int i = first; i <= last; i++)
            if (!noise[i] && weights[i] > 0)
                for (int node = outline.Lines[i].Node; node >= 0; node = outline.Node(node).Parent)
                    inCore[node] = inCore.GetValueOrDefault(node) + weights[i];
        int lowest = inCore.Where(pair => pair.Value >= DominantShare * core).Max(pair => pair.Key);
        return outline.Node(lowest).Tag is not ("body" or "html" or "#document")
            && clutter[lowest] <= core * ForeignShare ? lowest : null;
    }

    private bool SharesRow(int i) =>
        outline.Lines[i].Row is >= 0 and var row
        && ((i > 0 && outline.Lines[i - 1] is var before && before.Row == row && before.Cell != outline.Lines[i].Cell)
            || (i + 1 < outline.Lines.Count && outline.Lines[i + 1] is var after && after.Row == row
                && after.Cell != outline.Lines[i].Cell));

    // A page of tables has no sentence; its text is the known container with the most characters outside links, else the
    // table that has them.
    private BodyRange WithoutProse()
    {
        Dictionary<int, int> named = [], tables = [];
        for (int i = 0; i < weights.Length; i++)
            if (!noise[i])
                for (int node = outline.Lines[i].Node; node >= 0; node = outline.Node(node).Parent)
                {
                    PageLine line = outline.Lines[i];
                    int ink = line.Text.Length - line.LinkChars;
                    if (outline.Node(node).Tokens.Length > 0 && ElementClasses.IsContainer(outline.Node(node).Tokens))
                        named[node] = named.GetValueOrDefault(node) + ink;
                    if (outline.Node(node).Tag is "tbody" or "table")
                        tables[node] = tables.GetValueOrDefault(node)
                            + (weights[i] <= FurnitureWeight ? 0 : ink - line.LinkChars);
                }

        (Dictionary<int, int> characters, string by) = named.Values.Any(count => count >= LeastTable)
            ? (named, "container") : (tables, "density");
        int most = characters.Count == 0 ? 0 : characters.Values.Max();
        return most < LeastTable && by == "density"
            ? new BodyRange([], "")
            : new BodyRange([.. LinesIn(characters.Where(pair => pair.Value >= MostShare * most).Max(pair => pair.Key))], by);
    }

    private IEnumerable<int> LinesIn(int node) =>
        Enumerable.Range(0, weights.Length).Where(i => !noise[i] && outline.IsWithin(outline.Lines[i].Node, node));

    private (int First, int Last, double Weight) HeaviestRun()
    {
        (int First, int Last, double Weight) best = (0, -1, 0);
        double sum = 0;
        int start = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            if (noise[i])
                continue;
            if (sum <= 0)
                (sum, start) = (0, i);
            sum += weights[i];
            if (sum > best.Weight)
                best = (start, i, sum);
        }

        return best;
    }

    private int? KnownContainer(int first, int last, double core)
    {
        Dictionary<int, double> inCore = [];
        for (int i = first; i <= last; i++)
            if (!noise[i] && weights[i] > 0)
                for (int node = outline.Lines[i].Node; node >= 0; node = outline.Node(node).Parent)
                    if (outline.Node(node).Tokens.Length > 0 && ElementClasses.IsContainer(outline.Node(node).Tokens))
                        inCore[node] = inCore.GetValueOrDefault(node) + weights[i];
        int? best = null;
        foreach ((int node, double weight) in inCore.OrderByDescending(pair => pair.Key))
            if (weight >= ContainerShare * core && (best is null || nodeWeight[node] > nodeWeight[best.Value] + 1))
                best = node;
        return best;
    }

    private int LowestAround(int first, int last)
    {
        int around = -1;
        for (int i = first; i <= last; i++)
            if (!noise[i] && weights[i] > 0)
                around = around < 0 ? outline.Lines[i].Node : outline.CommonAncestor(around, outline.Lines[i].Node);
        return around;
    }

    // The sentences may be one paragraph above a table of names: as long as the element around brings in nothing but plain
    // lines, and none above that is not the article's, it is the article's.
    private int Climbed(int node)
    {
        while (outline.Node(node).Parent > 0 && AddsOnlyText(node, outline.Node(node).Parent))
            node = outline.Node(node).Parent;
        return node;
    }

    private bool AddsOnlyText(int inner, int outer)
    {
        bool below = false;
        for (int i = 0; i < weights.Length; i++)
        {
            PageLine line = outline.Lines[i];
            if (noise[i] || !outline.IsWithin(line.Node, outer))
                continue;
            if (outline.IsWithin(line.Node, inner))
                below = true;
            else if (weights[i] <= FurnitureWeight || line.LinkShare > 0.5
                || (!below && !BelongsAbove(line) && !(IsTable(outer) && IsDataCell(i)))
                || (weights[i] > 0 && !IsParagraphOf(line.Node, outer)))
                return false;
        }

        return true;
    }

    private bool IsTable(int node) => outline.Node(node).Tag is "table" or "tbody" or "tr";

    // Sentences in an element of their own beside the article's are another text: a notice of the site, a digest.
    private bool IsParagraphOf(int node, int outer) => node == outer || outline.Node(node).Parent == outer;

    // A table of names or figures right below the sentences belongs to them.
    private BodyRange WithTableBelow(BodyRange range)
    {
        List<int> lines = [.. range.Lines];
        for (int i = lines.Count == 0 ? weights.Length : lines[^1] + 1; i < weights.Length && IsDataCell(i); i++)
            lines.Add(i);
        return new BodyRange(lines, range.By);
    }

    private bool IsDataCell(int i) =>
        SharesRow(i) && !noise[i] && weights[i] > FurnitureWeight && outline.Lines[i].LinkShare < 0.5;

    // A container that holds the article's heading too wraps the whole article; its text is the widest element inside
    // that holds the core without the heading.
    private int BelowHeading(int container, int around)
    {
        int heading = outline.Lines.FindIndex(line => line.HeadingTag is 1 or 2 or 3 && !line.Noise
            && !LinePatterns.IsHeading(line.Text) && outline.IsWithin(line.Node, container));
        if (heading < 0 || around == container || !outline.IsWithin(around, container)
            || outline.IsWithin(outline.Lines[heading].Node, around))
            return container;
        int widest = around;
        while (outline.Node(widest).Parent != container
            && !outline.IsWithin(outline.Lines[heading].Node, outline.Node(widest).Parent))
            widest = outline.Node(widest).Parent;
        return outline.Lines.FindIndex(line => outline.IsWithin(line.Node, widest)) > heading ? widest : container;
    }

    // Headings of the ladder outside the element are the article's too when taking them in brings in more prose than
    // furniture.
    private BodyRange Widened(int node, string by)
    {
        int wide = node;
        for (int i = 0; i < weights.Length; i++)
        {
            PageLine line = outline.Lines[i];
            if (noise[i] || weights[i] <= 0 || !(LinePatterns.IsLevel1(line.Text) || LinePatterns.IsLevel2(line.Text))
                || outline.IsWithin(line.Node, wide))
                continue;
            int joint = outline.CommonAncestor(wide, line.Node);
            if (nodeWeight[joint] > nodeWeight[wide])
                (wide, by) = (joint, "structure");
        }

        return new BodyRange([.. LinesIn(wide)], by);
    }

    // Without an element of its own the core takes in what clearly belongs: above, addressee and headings; below, all
    // up to furniture.
    private IEnumerable<int> Extended(int first, int last)
    {
        while (first > 0 && !noise[first - 1] && BelongsAbove(outline.Lines[first - 1]))
            first--;
        while (last + 1 < weights.Length && !noise[last + 1]
            && (BelongsBelow(outline.Lines[last + 1]) || IsDataCell(last + 1)))
            last++;
        return Enumerable.Range(first, last - first + 1).Where(i => !noise[i]);
    }

    private static bool IsNumbered(string text) =>
        LinePatterns.IsSection(text) || LinePatterns.IsBareNumbered(text);

    private static bool BelongsAbove(PageLine line) =>
        line.LinkShare < 0.5 && LineWeight.Of(line) > FurnitureWeight
        && (LinePatterns.IsSalutation(line.Text) || LinePatterns.IsHeading(line.Text)
            || IsNumbered(line.Text) || LinePatterns.EndsSentence(line.Text));

    private bool BelongsBelow(PageLine line) =>
        line.LinkShare < 0.5 && !LinePatterns.IsCut(line.Text) && LineWeight.Of(line) > FurnitureWeight
        && (!outline.IsHtml || LinePatterns.EndsSentence(line.Text) || LinePatterns.IsOrganisation(line.Text)
            || Dates.DateReader.IsWhole(line.Text) || LinePatterns.IsHeading(line.Text)
                || IsNumbered(line.Text) || LinePatterns.IsRemark(line.Text));
}
