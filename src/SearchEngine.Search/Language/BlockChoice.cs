using SearchEngine.Reports.Model;
using SearchEngine.Search.Requests;

namespace SearchEngine.Search.Language;

/// <summary>The blocks whose occurrences count, from the query and the request together.</summary>
internal static class BlockChoice
{
    private const string Field = "block";

    /// <summary>
    /// The roles in the order of display; null when no choice was made, so that titles count too (a title has no role).
    /// Empty when the choices exclude one another or name no block there is.
    /// </summary>
    public static IReadOnlyList<BlockRole>? Of(ParsedQuery parsed, SearchRequest request)
    {
        List<string> excluded = [.. request.Exclude.Where(exclusion => exclusion.Field == Field).Select(e => e.Value)];
        if (parsed.Blocks.Count + parsed.ExcludedBlocks.Count + request.Blocks.Count + excluded.Count == 0)
            return null;
        return
        [
            .. Enum.GetValues<BlockRole>().Where(role =>
                (parsed.Blocks.Count == 0 || parsed.Blocks.Contains(role))
                && (request.Blocks.Count == 0 || request.Blocks.Contains(Labels.Of(role)))
                && !parsed.ExcludedBlocks.Contains(role)
                && !excluded.Contains(Labels.Of(role))),
        ];
    }
}
