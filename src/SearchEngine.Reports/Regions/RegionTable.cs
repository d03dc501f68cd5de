using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Text;

namespace SearchEngine.Reports.Regions;

/// <summary>
/// The divisions of GB/T 2260, former ones included, and the development zones. Immutable and safe for all threads.
/// Pseudo-codes that statistics lends to zones (370871) are not in it.
/// </summary>
public sealed class RegionTable
{
    private static readonly Lazy<RegionTable> Shared = new(Load);

    private readonly FrozenDictionary<string, Division> byCode;
    private readonly FrozenDictionary<string, Division[]> byName;
    private readonly FrozenDictionary<string, Division[]> children;
    private readonly FrozenDictionary<string, DevelopmentZone> zones;
    private readonly FrozenDictionary<string, DevelopmentZone[]> zonesByName;
    private readonly FrozenDictionary<string, DevelopmentZone[]> zonesByCity;

    private RegionTable(IReadOnlyList<Division> divisions, IReadOnlyList<DevelopmentZone> zones)
    {
        byCode = divisions.GroupBy(division => division.Code)
            .ToFrozenDictionary(group => group.Key, group => group.MaxBy(d => (d.IsCurrent, d.To ?? int.MaxValue))!);
        byName = divisions.GroupBy(division => division.Name)
            .ToFrozenDictionary(group => group.Key, group => group.OrderBy(d => !d.IsCurrent)
                .ThenBy(d => d.Code).ToArray());
        children = divisions.Where(division => division is { IsCurrent: true, ParentCode: not null })
            .GroupBy(division => division.ParentCode!)
            .ToFrozenDictionary(group => group.Key, group => group
                .OrderBy(d => d.Code, StringComparer.Ordinal).ToArray());
        this.zones = zones.ToFrozenDictionary(zone => zone.InternalCode);
        zonesByName = zones.SelectMany(zone => ZoneNames.Of(zone, byCode).Select(name => (name, zone)))
            .GroupBy(pair => pair.name)
            .ToFrozenDictionary(group => group.Key, group => group.Select(pair => pair.zone).Distinct().ToArray());
        zonesByCity = zones.GroupBy(zone => zone.CityCode)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray());
        LongestName = byName.Keys.Concat(zonesByName.Keys).Max(name => name.Length);
    }

    /// <summary>The table that ships with the product.</summary>
    public static RegionTable Default => Shared.Value;

    /// <summary>Characters of the longest name, for scanners of text.</summary>
    public int LongestName { get; }

    /// <summary>The current provinces by code.</summary>
    public IReadOnlyList<Division> Provinces =>
        [.. byCode.Values.Where(d => d is { IsCurrent: true, Level: DivisionLevel.Province }).OrderBy(d => d.Code)];

    /// <summary>The division with this code: the current one, else the last that bore it; null for an unknown
    /// code.</summary>
    public Division? Find(string code) => byCode.GetValueOrDefault(code);

    /// <summary>All divisions that bear or bore this full name, current ones first. More than one means
    /// ambiguous.</summary>
    public IReadOnlyList<Division> ByName(string name) => byName.GetValueOrDefault(name) ?? [];

    /// <summary>The zone with this internal code, or null.</summary>
    public DevelopmentZone? FindZone(string internalCode) => zones.GetValueOrDefault(internalCode);

    /// <summary>All zones of this name, full (济宁高新技术产业开发区) or short (济宁高新区).</summary>
    public IReadOnlyList<DevelopmentZone> ZonesByName(string name) => zonesByName.GetValueOrDefault(name) ?? [];

    /// <summary>The zones of a city, by number.</summary>
    public IReadOnlyList<DevelopmentZone> ZonesOf(string cityCode) => zonesByCity.GetValueOrDefault(cityCode) ?? [];

    /// <summary>The current divisions right below a code, by code.</summary>
    public IReadOnlyList<Division> ChildrenOf(string code) => children.GetValueOrDefault(code) ?? [];

    /// <summary>Code of the division above a code or an internal code; null for a province and for an unknown
    /// code.</summary>
    public string? ParentOf(string code) =>
        FindZone(code) is { } zone ? zone.CityCode : Find(code)?.ParentCode;

    /// <summary>
    /// Names from the province down to the division or zone with this code, e.g. 山东省, 济南市, 市中区.
    /// A municipality's districts have two names. Empty for an unknown code.
    /// </summary>
    public IReadOnlyList<string> PathOf(string code)
    {
        List<string> names = [];
        string? at = code;
        if (FindZone(code) is { } zone)
        {
            names.Add(zone.Name);
            at = zone.CityCode;
        }

        while (at is not null && Find(at) is { } division)
        {
            names.Insert(0, division.Name);
            at = division.ParentCode;
        }

        return names;
    }

    /// <summary>
    /// The division that stands for this one today; itself while it lasts, null when its line ends. A code that lasts
    /// has only changed its name (襄樊市, 襄阳市), whatever parts the division gave off before.
    /// </summary>
    public Division? Current(Division division)
    {
        Division? at = division;
        for (int steps = 0; at is { IsCurrent: false } && steps < MaxSuccessions; steps++)
            at = byCode[at.Code] is { IsCurrent: true } same && same.Level == at.Level ? same
                : at.SuccessorCode is { } next ? Find(next) : null;
        return at is { IsCurrent: true } ? at : null;
    }

    /// <summary>True when a code lies in the area of another (370103 and 370800-F01 in 370000); a code lies in
    /// itself.</summary>
    public bool IsWithin(string code, string area)
    {
        for (string? at = code; at is not null; at = ParentOf(at))
            if (at == area)
                return true;
        return false;
    }

    // More successions than any division has seen; guards against a ring in the data.
    private const int MaxSuccessions = 16;

    private static RegionTable Load() =>
        new([.. Rows("divisions.tsv").Select(ReadDivision)], [.. Rows("zones.tsv").Select(ReadZone)]);

    private static Division ReadDivision(string[] cells) => new(
        cells[0],
        cells[1],
        cells[2].Length == 0 ? null : cells[2],
        (DivisionLevel)(cells[3][0] - '1'),
        Year(cells[4]),
        Year(cells[5]),
        cells[6].Length == 0 ? null : cells[6]);

    private static DevelopmentZone ReadZone(string[] cells) => new(cells[0], cells[1], cells[2]);

    private static int? Year(string cell) => cell.Length == 0 ? null : int.Parse(cell, CultureInfo.InvariantCulture);

    private static IEnumerable<string[]> Rows(string file)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"SearchEngine.Reports.Regions.{file}")
            ?? throw new InvalidOperationException($"The resource {file} is missing from the assembly.");
        using StreamReader reader = new(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
            if (line.Length > 0)
                yield return line.Split('\t');
    }
}
