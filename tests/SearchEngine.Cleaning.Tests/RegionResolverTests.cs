using SearchEngine.Cleaning.Places;
using SearchEngine.Reports.Model;
using SearchEngine.Reports.Regions;

namespace SearchEngine.Cleaning.Tests;

public sealed class RegionResolverTests
{
    [Theory]
    [InlineData("济南市市中区2024年度法治政府建设情况报告", "370103")]
    [InlineData("峄城区2024年度法治政府建设情况报告", "370404")]
    [InlineData("中共长治市上党区委长治市上党区人民政府关于2024年度法治政府建设情况的报告", "140404")]
    [InlineData("北京市东城区2024年法治政府建设年度情况报告", "110101")]
    [InlineData("济南市司法局2024年度法治政府建设情况报告", "370100")]
    [InlineData("山东省2024年法治政府建设情况报告", "370000")]
    public void A_title_gives_its_place(string title, string code) =>
        Assert.Equal(code, Resolve(new PlaceClues { Title = title, Year = 2024 })?.Code);

    [Fact]
    public void A_name_of_many_places_alone_is_left_open()
    {
        List<RejectedCandidate> rejected = [];

        RegionRef? region = new RegionResolver(RegionTable.Default).Resolve(new PlaceClues { Title = "鼓楼区2024年度法治政府建设情况报告", Year = 2024 }, rejected);

        Assert.Null(region);
        Assert.Contains(rejected, candidate => candidate.Why.StartsWith("重名", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("3201060006/2025-1", null, null, "320106")]
    [InlineData("11410204MB1234567X/2025-3", null, null, "410204")]
    [InlineData(null, "4102040001", null, "410204")]
    [InlineData(null, null, "在福州市委、市政府的领导下", "350102")]
    public void A_code_or_the_place_above_settles_an_ambiguous_name(string? index, string? site, string? body,
        string code) =>
        Assert.Equal(code, Resolve(new PlaceClues
        {
            Title = "鼓楼区2024年度法治政府建设情况报告",
            Year = 2024,
            IndexNumber = index,
            SiteCode = site,
            Body = body ?? "",
        })?.Code);

    [Fact]
    public void A_text_that_names_two_of_the_places_above_settles_nothing() =>
        Assert.Null(Resolve(new PlaceClues { Title = "鼓楼区2024年度法治政府建设情况报告", Year = 2024, Body = "赴南京市、福州市学习。" }));

    [Fact]
    public void The_code_of_an_organisation_is_no_place() =>
        Assert.Null(Resolve(new PlaceClues { Title = "2024年度法治政府建设情况报告", IndexNumber = "000014349/2025-02343" }));

    [Fact]
    public void A_zone_has_its_internal_code_and_no_code()
    {
        RegionRef? region = Resolve(new PlaceClues { Title = "济宁经济开发区2024年度法治政府建设情况报告", Year = 2024 });

        Assert.Equal((null, "370800-F01"), (region?.Code, region?.InternalCode));
        Assert.Equal(["山东省", "济宁市", "济宁经济开发区"], region!.Path);
    }

    [Fact]
    public void A_zone_that_the_table_lacks_gets_its_city_and_no_invented_code()
    {
        RegionRef? region = Resolve(new PlaceClues { Title = "枣庄高新区2024年度法治政府建设情况报告", Year = 2024 });

        Assert.Equal(["山东省", "枣庄市", "枣庄高新区"], region!.Path);
        Assert.Null(region.Code ?? region.InternalCode);
    }

    [Theory]
    [InlineData("长治县2016年法治政府建设情况报告", 2016, "140421")]
    [InlineData("长治县2024年法治政府建设情况报告", 2024, "140404")]
    public void A_former_county_is_itself_in_its_time_and_its_successor_later(string title, int year, string code) =>
        Assert.Equal(code, Resolve(new PlaceClues { Title = title, Year = year })?.Code);

    private static RegionRef? Resolve(PlaceClues clues) => new RegionResolver(RegionTable.Default).Resolve(clues, []);
}
