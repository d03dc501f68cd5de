using SearchEngine.Cleaning.Lines;
using SearchEngine.Reports.Regions;

namespace SearchEngine.Cleaning.Places;

/// <summary>Finds the names of places in short texts, longest first from the left, so that 峄城区 is not read as
/// 城区.</summary>
internal sealed class PlaceScanner(RegionTable table)
{
    // Two-character names (和县, 成县) occur inside other words; they count only where a name can begin.
    private const int ShortName = 2;

    private const string Party = "中共";

    /// <summary>The mentions in order.</summary>
    /// <param name="text">A title, an organisation, a sentence.</param>
    /// <param name="year">Year whose divisions are meant; null for today's.</param>
    public IReadOnlyList<PlaceMention> Scan(string text, int? year)
    {
        List<PlaceMention> mentions = [];
        for (int i = 0; i < text.Length;)
        {
            // 中共和县委员会 is the committee of 和县, not of 共和县.
            if (text.AsSpan(i).StartsWith(Party, StringComparison.Ordinal))
            {
                i += Party.Length;
                continue;
            }

            int length = 0;
            for (int size = Math.Min(table.LongestName, text.Length - i); size >= ShortName; size--)
                if (Lookup(text, i, size, mentions, year) is { } mention)
                {
                    mentions.Add(mention);
                    length = size;
                    break;
                }

            i += Math.Max(1, length);
        }

        return mentions;
    }

    private PlaceMention? Lookup(string text, int at, int size, List<PlaceMention> before, int? year)
    {
        string name = text.Substring(at, size);
        IReadOnlyList<DevelopmentZone> zones = table.ZonesByName(name);
        IReadOnlyList<Division> divisions = OfYear(table.ByName(name), year);
        if (zones.Count == 0 && divisions.Count == 0)
            return null;
        bool begins = at == 0 || !TextTidy.IsHan(text[at - 1])
            || text.AsSpan(0, at).EndsWith(Party, StringComparison.Ordinal)
            || (before.Count > 0 && before[^1].Index + before[^1].Name.Length == at);
        return size > ShortName || begins ? new PlaceMention(name, at, divisions, zones) : null;
    }

    // A name that ended before the year still tells the place: its successor is meant.
    private IReadOnlyList<Division> OfYear(IReadOnlyList<Division> divisions, int? year)
    {
        if (divisions.Count == 0)
            return divisions;
        Division[] then = [.. divisions.Where(division => year is { } y ? division.ExistedIn(y) : division.IsCurrent)];
        return then.Length > 0 ? then
            : [.. divisions.Select(table.Current).OfType<Division>().DistinctBy(division => division.Code)];
    }
}
