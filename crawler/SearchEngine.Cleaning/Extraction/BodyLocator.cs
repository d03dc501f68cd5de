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

    // Below this share of prose outside "noise" parts, the page calls its article by such a name.
    private const double QuietShare = 0.3;

    private readonly PageOutline outline;
    private readonly double[] weights;
    private readonly bool[] noise;
    private readonly double[] nodeWeight;

    private BodyLocator(PageOutline outline)
    {
        this.outline = outline;
        weights = [.. outline.Lines.Select(LineWeight.Of)];
        noise = [.. outline.Lines.Select(line => line.Noise)];
        double all = weights.Where(weight => weight > 0).Sum();
        double quiet = weights.Where((weight, i) => weight > 0 && !noise[i]).Sum();
        if (quiet < QuietShare * all)
            Array.Clear(noise);
        nodeWeight = new double[outline.NodeCount];
        for (int i = 0; i < weights.Length; i++)
            if (!noise[i])
                for (int node = outline.Lines[i].Node; node >= 0; node = outline.Node(node).Parent)
                    nodeWeight[node] += weights[i];
    }

    /// <summary>The article's lines, with what the page wraps around them inside its container.</summary>
    public static BodyRange Locate(PageOutline outline) => new BodyLocator(outline).Locate();

    private BodyRange Locate()
    {
        (int first, int last, double core) = HeaviestRun();
        if (core <= 0)
            return outline.IsHtml ? WithoutProse() : new BodyRange([.. Enumerable.Range(0, weights.Length)], "text");
        if (!outline.IsHtml)
            return new BodyRange([.. Extended(first, last)], "text");

        int around = LowestAround(first, last);
        if (KnownContainer(first, last, core) is { } container)
            return Widened(BelowHeading(container, around), "container");
        if (outline.Node(around).Tag is not ("body" or "html" or "#document")
            && nodeWeight[around] >= core * (1 - ForeignShare))
            return Widened(around, "density");
        return new BodyRange([.. Extended(first, last)], "density");
    }

    // A page of tables has no sentence; its text is the known container with the most characters outside links.
    private BodyRange WithoutProse()
    {
        Dictionary<int, int> characters = [];
        for (int i = 0; i < weights.Length; i++)
            if (!noise[i])
                for (int node = outline.Lines[i].Node; node >= 0; node = outline.Node(node).Parent)
                    if (outline.Node(node).Tokens.Length > 0 && ElementClasses.IsContainer(outline.Node(node).Tokens))
                        characters[node] = characters.GetValueOrDefault(node) + outline.Lines[i].Text.Length - outline.Lines[i].LinkChars;
        return characters.Count == 0
            ? new BodyRange([], "")
            : new BodyRange([.. LinesIn(characters.OrderByDescending(pair => pair.Value)
                .ThenByDescending(pair => pair.Key).First().Key)], "container");
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
        while (last + 1 < weights.Length && !noise[last + 1] && BelongsBelow(outline.Lines[last + 1]))
            last++;
        return Enumerable.Range(first, last - first + 1).Where(i => !noise[i]);
    }

    private static bool BelongsAbove(PageLine line) =>
        line.LinkShare < 0.5 && LineWeight.Of(line) > -20
        && (LinePatterns.IsSalutation(line.Text) || LinePatterns.IsHeading(line.Text)
            || LinePatterns.EndsSentence(line.Text));

    private bool BelongsBelow(PageLine line) =>
        line.LinkShare < 0.5 && !LinePatterns.IsCut(line.Text) && LineWeight.Of(line) > -20
        && (!outline.IsHtml || LinePatterns.EndsSentence(line.Text) || LinePatterns.IsOrganisation(line.Text)
            || Dates.DateReader.IsWhole(line.Text) || LinePatterns.IsHeading(line.Text)
                || LinePatterns.IsRemark(line.Text));
}
