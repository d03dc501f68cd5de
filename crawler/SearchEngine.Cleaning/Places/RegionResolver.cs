using System.Text.RegularExpressions;
using SearchEngine.Reports.Model;
using SearchEngine.Reports.Regions;

namespace SearchEngine.Cleaning.Places;

/// <summary>
/// Finds the place that accounts. Title first, then codes, organisations and the opening sentence; a name that several
/// places bear is resolved only by something that names the place above it. What stays ambiguous stays null.
/// </summary>
internal sealed partial class RegionResolver(RegionTable table)
{
    private readonly PlaceScanner scanner = new(table);

    /// <summary>The place, or null. Reasons against other readings are added to <paramref name="rejected"/>.</summary>
    public RegionRef? Resolve(PlaceClues clues, List<RejectedCandidate> rejected)
    {
        string? coded = CodeOf(clues, rejected, out string codeFrom);
        if (clues.TitleTells && clues.Title is { } title)
        {
            if (FromText(title, "标题", clues, coded, codeFrom, rejected, out bool open) is { } named)
                return named;
            if (open)
                return null;
            if (UnlistedZone(title) is { } zone)
                return zone;
        }

        foreach ((string text, string from) in clues.Organisations)
            if (FromText(text, from, clues, coded, codeFrom, rejected, out _) is { } named)
                return named;
        if (coded is not null)
            return Reference(table.Find(coded)!, $"{codeFrom}前缀{coded}");
        return clues.TitleTells && clues.Opening is { } opening
            ? FromText(FirstSentence(opening), "首句", clues, coded, codeFrom, rejected, out _) : null;
    }

    // A name that stays open leaves the text open: 江苏省鼓楼区 is one of two districts, and not the province.
    private RegionRef? FromText(
        string text, string from, PlaceClues clues, string? coded, string codeFrom, List<RejectedCandidate> rejected,
        out bool open)
    {
        open = false;
        IReadOnlyList<PlaceMention> mentions = scanner.Scan(text, clues.Year);
        string? within = null;
        RegionRef? found = null;
        foreach (PlaceMention mention in mentions)
        {
            if (mention.Zones.Count > 0
                && Only(mention.Zones, zone => within is null || table.IsWithin(zone.CityCode, within)) is { } zone)
                return new RegionRef(table.PathOf(zone.InternalCode), null, zone.InternalCode,
                    $"{from}“{mention.Name}”");
            Division[] fitting = WithoutFormer(
                [.. mention.Divisions.Where(division => within is null || Lies(division, within))]);
            if (fitting.Length == 0)
                continue;
            string evidence = $"{from}“{text[mentions[0].Index..(mention.Index + mention.Name.Length)]}”";
            Division? division = fitting.Length == 1 ? fitting[0]
                : Disambiguate(fitting, clues, coded, codeFrom, ref evidence);
            if (division is null)
            {
                rejected.Add(new RejectedCandidate(
                    mention.Name, $"重名：{string.Join('、', fitting.Select(f => string.Concat(table.PathOf(f.Code))).Take(6))}，无法判定"));
                open = true;
                continue;
            }

            if (coded is not null && !Related(coded, division.Code))
                rejected.Add(new RejectedCandidate(coded, $"{codeFrom}前缀与{from}中的{division.Name}不符"));
            else if (coded is not null && fitting.Length == 1)
                evidence += $"；{codeFrom}前缀{coded}";
            (found, within, open) = (Reference(division, evidence), division.Code, false);
            if (division.Level == DivisionLevel.County)
                return found;
        }

        return open ? null : found;
    }

    // Several places of one name: a code, an organisation or the text must name the one above it, and only one of them.
    private Division? Disambiguate(Division[] fitting, PlaceClues clues, string? coded, string codeFrom,
        ref string evidence)
    {
        if (coded is not null && Only(fitting, division => Related(coded, division.Code)) is { } byCode)
        {
            evidence += $"；{codeFrom}前缀{coded}";
            return byCode;
        }

        foreach ((string text, string from) in clues.Organisations.Append((clues.Body, "正文")))
            for (int levels = 1; levels <= 2; levels++)
                if (Only(fitting, division => NameAbove(division, levels) is { } name
                    && text.Contains(name, StringComparison.Ordinal)) is { } told)
                {
                    evidence += $"；{from}提到{NameAbove(told, levels)}";
                    return told;
                }

        return null;
    }

    private string? NameAbove(Division division, int levels) =>
        table.PathOf(division.Code).SkipLast(levels).LastOrDefault();

    private string? CodeOf(PlaceClues clues, List<RejectedCandidate> rejected, out string from)
    {
        from = "索引号";
        if (clues.IndexNumber is { } index && CodePrefix(index) is { } indexed)
            return indexed;
        if (clues.IndexNumber is { } other && other.Length > 0)
            rejected.Add(new RejectedCandidate(other, "索引号前缀不是区划代码"));
        from = "网站标识码";
        return clues.SiteCode is { } site && site.Length == 10 ? Known(site[..6]) : null;
    }

    // 3701030006/… is a site code; 11441700007280420Y/… a credit code, whose third to eighth characters are the region.
    // Nine characters are an organisation code and tell nothing.
    private string? CodePrefix(string index)
    {
        string head = index.Split('/', '-')[0].Trim();
        if (head.Length == 10 && head.All(char.IsAsciiDigit))
            return Known(head[..6]);
        return head.Length == 18 && CreditCode().IsMatch(head) ? Known(head[2..8]) : null;
    }

    private string? Known(string code) => table.Find(code) is { } division ? (table.Current(division) ?? division).Code
        : null;

    private bool Related(string code, string other) => table.IsWithin(code, other) || table.IsWithin(other, code);

    // In the year of a reform a place stands twice in the table, under its former and its new code.
    private Division[] WithoutFormer(Division[] divisions) => [.. divisions.Where(division => !divisions.Any(other =>
        other != division && other.IsCurrent && table.Current(division)?.Code == other.Code))];

    // In the year of a reform either may bear its former or its new code.
    private bool Lies(Division division, string area)
    {
        string now = table.Find(area) is { } outer && table.Current(outer) is { } then ? then.Code : area;
        string today = table.Current(division)?.Code ?? division.Code;
        return table.IsWithin(division.Code, area) || table.IsWithin(today, area)
            || (now != area && (table.IsWithin(division.Code, now) || table.IsWithin(today, now)));
    }

    private RegionRef Reference(Division division, string evidence)
    {
        List<string> path = [.. table.PathOf(division.Code).SkipLast(1), division.Name];
        return new RegionRef(path, division.Code, null, evidence);
    }

    // A zone that the table does not have: its city is known, its code is not invented.
    private RegionRef? UnlistedZone(string title)
    {
        if (ZoneName().Match(title) is not { Success: true } match)
            return null;
        string name = match.Groups[1].Value;
        for (int size = Math.Min(6, name.Length); size >= 2; size--)
            foreach (string city in new[] { name[..size], name[..size] + "市" })
                if (Only(table.ByName(city), division =>
                    division is { IsCurrent: true, Level: DivisionLevel.Prefecture }) is { } found)
                    return new RegionRef([.. table.PathOf(found.Code), name], null, null, $"标题“{name}”");
        return null;
    }

    private static string FirstSentence(string text)
    {
        int stop = text.IndexOf('。', StringComparison.Ordinal);
        return stop > 0 ? text[..stop] : text;
    }

    private static T? Only<T>(IEnumerable<T> items, Func<T, bool> condition)
        where T : class
    {
        T? only = null;
        foreach (T item in items.Where(condition))
        {
            if (only is not null)
                return null;
            only = item;
        }

        return only;
    }

    [GeneratedRegex("^[0-9A-Z]{2}[0-9]{6}[0-9A-Z]{10}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex CreditCode();

    [GeneratedRegex("^(?:中共)?([\u4E00-\u9FFF]{2,16}?(?:经济技术开发区|经济开发区|高新技术产业开发区|高新技术开发区|高新区|经开区|开发区|示范区|工业园区|产业园区|新区))", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ZoneName();
}
