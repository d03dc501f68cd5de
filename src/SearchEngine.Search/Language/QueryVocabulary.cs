using SearchEngine.Evidence.Topics;
using SearchEngine.Reports.Regions;
using SearchEngine.Search.Schema;

namespace SearchEngine.Search.Language;

/// <summary>
/// The names that a query may give values by: tables that ship with the product, and what the index holds.
/// </summary>
/// <param name="regions">Divisions and zones.</param>
/// <param name="topics">The topics.</param>
/// <param name="held">The values that reports in the index have in a field of <c>ReportSchema</c>.</param>
public sealed class QueryVocabulary(
    RegionTable regions, IReadOnlyList<Topic> topics, Func<string, IReadOnlyList<string>> held)
{
    /// <summary>The shipped tables without an index.</summary>
    public static QueryVocabulary Shipped { get; } = new(RegionTable.Default, TopicTable.Default, _ => []);

    /// <summary>The values held in a field that contain a text; letter case and width do not matter.</summary>
    public IReadOnlyList<string> HeldContaining(string field, string text)
    {
        string wanted = QuerySyntax.Fold(text);
        return
        [
            .. held(field).Where(value => QuerySyntax.Fold(value).Contains(wanted, StringComparison.OrdinalIgnoreCase)),
        ];
    }

    /// <summary>The topics that an id, a name or a part of a name stands for; empty for none.</summary>
    public IReadOnlyList<Topic> Topics(string text)
    {
        Topic? exact = topics.FirstOrDefault(topic =>
            topic.Id.Equals(text, StringComparison.OrdinalIgnoreCase) || topic.Name == text);
        return exact is not null
            ? [exact]
            : [.. topics.Where(topic => topic.Name.Contains(text, StringComparison.Ordinal))];
    }

    /// <summary>
    /// The keys (codes, internal codes, or paths of places without a code) that a code, a name or a path of names
    /// stands for. More than one when places share the name; empty when nothing is known by it.
    /// </summary>
    public IReadOnlyList<string> Places(string text)
    {
        if (regions.Find(text) is not null || regions.FindZone(text.ToUpperInvariant()) is not null)
            return [text.ToUpperInvariant()];
        string path = text.Replace("/", "", StringComparison.Ordinal);
        List<string> keys = [];
        for (int length = Math.Min(path.Length, regions.LongestName); length >= 2 && keys.Count == 0; length--)
            keys.AddRange(EndingWith(path[..^length], path[^length..]));
        if (keys.Count == 0 && path.Length >= 2)
            keys.AddRange(from province in regions.Provinces
                          where province.Name.StartsWith(path, StringComparison.Ordinal)
                          select province.Code);
        if (keys.Count == 0)
            keys.AddRange(from key in held(ReportSchema.Region)
                          where key == text || key.EndsWith("/" + text, StringComparison.Ordinal)
                          select key);
        return [.. keys.Distinct()];
    }

    /// <summary>The name of a key.</summary>
    public string NameOf(string key) =>
        regions.PathOf(key) is [.., var name] ? name : key[(key.LastIndexOf('/') + 1)..];

    private List<string> EndingWith(string above, string name)
    {
        List<string> keys = [];
        IReadOnlyList<Division> divisions = regions.ByName(name);
        bool anyCurrent = divisions.Any(division => division.IsCurrent && IsAbove(above, division.Code));
        foreach (Division division in divisions)
        {
            if (!IsAbove(above, division.Code) || (anyCurrent && !division.IsCurrent))
                continue;
            keys.Add(division.Code);
            if (regions.Current(division) is { } today)
                keys.Add(today.Code);
        }

        keys.AddRange(regions.ZonesByName(name)
            .Where(zone => IsAbove(above, zone.InternalCode)).Select(zone => zone.InternalCode));
        return keys;
    }

    /// <summary>
    /// True when a text consists of names of the places above this one, from the top, some left out perhaps.
    /// </summary>
    private bool IsAbove(string text, string code)
    {
        foreach (string name in regions.PathOf(code).SkipLast(1))
            if (text.StartsWith(name, StringComparison.Ordinal))
                text = text[name.Length..];
        return text.Length == 0;
    }
}
