namespace SearchEngine.Cleaning.Lines;

/// <summary>A page as lines in reading order over a tree of numbered elements. Plain text has the one element
/// 0.</summary>
internal sealed class PageOutline
{
    private readonly List<OutlineNode> nodes = [];

    /// <summary>The lines in reading order.</summary>
    public List<PageLine> Lines { get; } = [];

    /// <summary>Links in reading order: address as written and text.</summary>
    public List<PageLink> Links { get; } = [];

    /// <summary>Names and contents of the meta elements, in order, names in lower case.</summary>
    public List<(string Name, string Content)> Metas { get; } = [];

    /// <summary>Values of the time elements (datetime), each once, bounded.</summary>
    public HashSet<string> Times { get; } = [];

    /// <summary>Text of the title element, tidied; null when there is none.</summary>
    public string? DocumentTitle { get; set; }

    /// <summary>Text of the scripts in the page, in order, bounded.</summary>
    public List<string> Scripts { get; } = [];

    /// <summary>Address that relative links start from, as the page's base element gives it.</summary>
    public string? BaseHref { get; set; }

    public bool IsHtml { get; init; }

    public int NodeCount => nodes.Count;

    public int AddNode(int parent, string tag, string tokens)
    {
        nodes.Add(new OutlineNode(parent, tag, tokens, parent < 0 ? 0 : nodes[parent].Depth + 1));
        return nodes.Count - 1;
    }

    public OutlineNode Node(int id) => nodes[id];

    /// <summary>True when an element lies in another or is it.</summary>
    public bool IsWithin(int node, int ancestor)
    {
        while (node > ancestor)
            node = nodes[node].Parent;
        return node == ancestor;
    }

    /// <summary>The lowest element that holds both.</summary>
    public int CommonAncestor(int a, int b)
    {
        while (a != b)
            if (a > b)
                a = nodes[a].Parent;
            else
                b = nodes[b].Parent;
        return a;
    }
}

/// <summary>An element of the outline; parents have smaller numbers than their children.</summary>
/// <param name="Parent">Number of the parent, -1 for the root.</param>
/// <param name="Tag">Lower-case name.</param>
/// <param name="Tokens">Its id and classes in lower case, blank separated.</param>
/// <param name="Depth">0 for the root.</param>
internal sealed record OutlineNode(int Parent, string Tag, string Tokens, int Depth);

/// <summary>A link of the page.</summary>
/// <param name="Href">Address as written.</param>
/// <param name="Text">Its text, tidied; may be empty.</param>
/// <param name="Line">Number of the line it is on (or the next one).</param>
/// <param name="Noise">In navigation, footer or the like.</param>
internal sealed record PageLink(string Href, string Text, int Line, bool Noise);
