using SearchEngine.Cleaning.Places;
using SearchEngine.Reports.Model;
using SearchEngine.Reports.Regions;

namespace SearchEngine.Cleaning.Tests.Places;

/// <summary>The names that several counties bear today: each resolves with its context and never without.</summary>
public sealed class AmbiguousNameTests
{
    private const int Names = 29, Units = 66;

    private static readonly RegionTable Table = RegionTable.Default;

    private static readonly Division[][] Shared =
    [
        .. Counties().GroupBy(division => division.Name).Where(group => group.Count() > 1).Select(group => group.ToArray()),
    ];

    public static TheoryData<string> SharedNames => [.. Shared.Select(group => group[0].Name)];

    public static TheoryData<string> SharedCodes => [.. Shared.SelectMany(group => group).Select(division => division.Code)];

    [Fact]
    public void The_table_has_them_all() =>
        Assert.Equal((Names, Units), (Shared.Length, Shared.Sum(group => group.Length)));

    [Theory]
    [MemberData(nameof(SharedNames))]
    public void A_shared_name_alone_is_left_open(string name) =>
        Assert.Null(Resolve(new PlaceClues { Title = $"{name}2024年度法治政府建设情况报告", Year = 2024 }));

    [Theory]
    [MemberData(nameof(SharedCodes))]
    public void The_place_above_in_title_text_or_code_settles_it(string code)
    {
        string name = Table.Find(code)!.Name;
        string above = Table.PathOf(code)[^2];
        string title = $"{name}2024年度法治政府建设情况报告";

        Assert.Equal(code, Resolve(new PlaceClues { Title = above + title, Year = 2024 })?.Code);
        Assert.Equal(code, Resolve(new PlaceClues { Title = title, Year = 2024, Body = $"在{above}委、{above}政府的领导下" })?.Code);
        Assert.Equal(code, Resolve(new PlaceClues { Title = title, Year = 2024, IndexNumber = $"{code}0006/2025-1" })?.Code);
        Assert.Equal(code, Resolve(new PlaceClues { Title = title, Year = 2024, SiteCode = code + "0001" })?.Code);
    }

    private static IEnumerable<Division> Counties() => Table.Provinces
        .SelectMany(province => Table.ChildrenOf(province.Code).Concat(Table.ChildrenOf(province.Code)
            .SelectMany(prefecture => Table.ChildrenOf(prefecture.Code))))
        .Where(division => division.Level == DivisionLevel.County).DistinctBy(division => division.Code);

    private static RegionRef? Resolve(PlaceClues clues) => new RegionResolver(Table).Resolve(clues, []);
}
