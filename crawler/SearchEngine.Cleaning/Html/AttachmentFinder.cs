using System.Collections.Frozen;
using SearchEngine.Cleaning.Lines;

namespace SearchEngine.Cleaning.Html;

/// <summary>Finds the files attached to an article.</summary>
internal static class AttachmentFinder
{
    private static readonly FrozenSet<string> Extensions =
        FrozenSet.Create("pdf", "doc", "docx", "wps", "ofd", "xls", "xlsx", "et", "ppt", "pptx", "rtf", "zip", "rar",
            "7z");

    /// <summary>Absolute addresses of attached files in reading order, each once.</summary>
    public static IReadOnlyList<string> Find(PageOutline outline, Uri? from) => from is null
        ? []
        : [.. outline.Links.Where(link => !link.Noise && IsFile(link.Href))
            .Select(link => NextPageFinder.Resolve(from, link.Href)?.AbsoluteUri).OfType<string>().Distinct()];

    /// <summary>True when an address names a document or an archive by its ending.</summary>
    public static bool IsFile(string href)
    {
        ReadOnlySpan<char> path = href;
        if (path.IndexOf('#') is >= 0 and var hash)
            path = path[..hash];
        return Ends(path) || (path.IndexOf('?') is > 0 and var query && Ends(path[..query]));
    }

    private static bool Ends(ReadOnlySpan<char> path)
    {
        int dot = path.LastIndexOf('.');
        return dot > 0 && path.Length - dot is >= 3 and <= 5
            && Extensions.Contains(path[(dot + 1)..].ToString().ToLowerInvariant());
    }
}
