using System.Collections.Frozen;

namespace SearchEngine.Cleaning.Html;

/// <summary>What the names, ids and classes of elements say.</summary>
internal static class ElementClasses
{
    private static readonly FrozenSet<string> NoiseWords = DataFile.Lines("noise.tsv").ToFrozenSet();
    private static readonly FrozenSet<string> Containers = DataFile.Lines("containers.tsv").ToFrozenSet();

    private static readonly FrozenSet<string> Blocks = FrozenSet.Create(
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "div", "dl", "dt", "fieldset",
            "figcaption",
        "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li", "main", "nav",
            "ol", "p", "pre",
        "section", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "details", "summary", "dir", "menu");

    private static readonly FrozenSet<string> Skipped = FrozenSet.Create(
        "script", "style", "noscript", "template", "select", "option", "button", "input", "textarea", "iframe",
            "frame", "object",
        "embed", "svg", "canvas", "video", "audio", "math", "head", "title", "meta", "link", "map", "img", "noframes",
            "datalist", "xmp", "plaintext", "noembed");

    private static readonly FrozenSet<string> NoiseTags = FrozenSet.Create("nav", "footer", "aside");

    public static bool IsBlock(string tag) => Blocks.Contains(tag);

    /// <summary>Elements whose text no reader sees.</summary>
    public static bool IsSkipped(string tag) => Skipped.Contains(tag);

    public static bool IsNoiseTag(string tag) => NoiseTags.Contains(tag);

    /// <summary>True when an id or class is one that content systems give to the article's text.</summary>
    public static bool IsContainer(string tokens)
    {
        foreach (Range part in tokens.AsSpan().Split(' '))
            if (Containers.GetAlternateLookup<ReadOnlySpan<char>>().Contains(tokens.AsSpan(part)))
                return true;
        return false;
    }

    /// <summary>True when an id or class names navigation, footer, sharing and the like.</summary>
    /// <param name="tokens">Id and classes as written; words end at blanks, - and _ and where a capital begins.</param>
    public static bool IsNoise(string tokens)
    {
        FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> words = NoiseWords.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> word = stackalloc char[32];
        int length = 0;
        for (int i = 0; i <= tokens.Length; i++)
        {
            char c = i < tokens.Length ? tokens[i] : ' ';
            bool boundary = !char.IsAsciiLetter(c)
                || (char.IsAsciiLetterUpper(c) && length > 0 && char.IsAsciiLetterLower(tokens[i - 1]));
            if (boundary)
            {
                if (length is > 0 and < 32 && words.Contains(word[..length]))
                    return true;
                length = 0;
            }

            if (char.IsAsciiLetter(c) && length < 32)
                word[length++] = char.ToLowerInvariant(c);
        }

        return false;
    }
}
