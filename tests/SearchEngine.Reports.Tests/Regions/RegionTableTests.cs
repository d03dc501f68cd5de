using SearchEngine.Reports.Regions;

namespace SearchEngine.Reports.Tests.Regions;

public sealed class RegionTableTests
{
    private static readonly RegionTable Table = RegionTable.Default;

    [Theory]
    [InlineData("370103", "山东省/济南市/市中区")]
    [InlineData("110101", "北京市/东城区")]
    [InlineData("500101", "重庆市/万州区")]
    [InlineData("419001", "河南省/济源市")]
    [InlineData("441900", "广东省/东莞市")]
    [InlineData("370800-F01", "山东省/济宁市/济宁经济开发区")]
    public void A_path_runs_from_the_province_down(string code, string path) =>
        Assert.Equal(path, string.Join('/', Table.PathOf(code)));

    [Fact]
    public void A_name_returns_all_that_bear_it() =>
        Assert.Equal(["320106", "320302", "350102", "410204"], Table.ByName("鼓楼区").Where(d => d.IsCurrent).Select(d => d.Code));

    [Fact]
    public void A_former_division_leads_to_todays()
    {
        Division former = Table.Find("140421")!;

        Assert.Equal(("长治县", 2018, "140404"), (former.Name, former.To, former.SuccessorCode));
        Assert.Equal("上党区", Table.Current(former)?.Name);
        Assert.True(former.ExistedIn(2016) && !former.ExistedIn(2024));
    }

    [Fact]
    public void A_code_that_changed_its_name_is_found_under_the_current_one() =>
        Assert.Equal("任城区", Table.Find("370811")?.Name);

    [Fact]
    public void Codes_lent_to_zones_are_not_in_the_table()
    {
        Assert.Null(Table.Find("370871"));
        Assert.Null(Table.Find("110100"));
        Assert.Equal("370800-F02", Assert.Single(Table.ZonesByName("济宁高新区")).InternalCode);
    }

    [Fact]
    public void Every_current_county_lies_in_a_current_province()
    {
        string[] provinces = [.. Table.Provinces.Select(province => province.Code)];

        Assert.Equal(34, provinces.Length);
        foreach (string code in provinces.SelectMany(Table.ChildrenOf).SelectMany(d => Table.ChildrenOf(d.Code))
            .Select(d => d.Code))
            Assert.Contains(provinces, province => Table.IsWithin(code, province));
    }

    [Fact]
    public void Children_parents_and_areas_agree()
    {
        Assert.Contains(Table.ChildrenOf("370800"), child => child.Name == "曲阜市");
        Assert.Equal("370800", Table.ParentOf("370800-F01"));
        Assert.True(Table.IsWithin("370800-F01", "370000"));
        Assert.False(Table.IsWithin("370103", "370400"));
        Assert.Empty(Table.PathOf("999999"));
    }

    [Fact]
    public void Succession_ends_for_every_former_division()
    {
        foreach (Division division in Table.Provinces.SelectMany(p => new[] { p }).Concat(Table.ByName("市中区")).Concat(Table.ByName("城区")))
            Assert.True(Table.Current(division) is null or { IsCurrent: true });
    }
}
