using System.Globalization;
using System.Text.Json;
using SearchEngine.Reports.Regions;

namespace SearchEngine.Reports.Tests.Regions;

/// <summary>Divisions renamed and recoded since 2000, and the whole table against the reference tables.</summary>
public sealed class DivisionHistoryTests
{
    private static readonly RegionTable Table = RegionTable.Default;

    [Theory]
    [InlineData("140421", "长治县", 2018, "140404", "上党区")]
    [InlineData("140424", "屯留县", 2018, "140405", "屯留区")]
    [InlineData("140481", "潞城市", 2018, "140406", "潞城区")]
    [InlineData("110103", "崇文区", 2010, "110101", "东城区")]
    [InlineData("110104", "宣武区", 2010, "110102", "西城区")]
    [InlineData("110228", "密云县", 2015, "110118", "密云区")]
    [InlineData("110229", "延庆县", 2015, "110119", "延庆区")]
    [InlineData("120107", "塘沽区", 2009, "120116", "滨海新区")]
    [InlineData("120108", "汉沽区", 2009, "120116", "滨海新区")]
    [InlineData("120223", "静海县", 2015, "120118", "静海区")]
    [InlineData("120225", "蓟县", 2016, "120119", "蓟州区")]
    [InlineData("130182", "藁城市", 2014, "130109", "藁城区")]
    [InlineData("130185", "鹿泉市", 2014, "130110", "鹿泉区")]
    [InlineData("130124", "栾城县", 2014, "130111", "栾城区")]
    [InlineData("310103", "卢湾区", 2011, "310101", "黄浦区")]
    [InlineData("310108", "闸北区", 2015, "310106", "静安区")]
    [InlineData("310119", "南汇区", 2009, "310115", "浦东新区")]
    [InlineData("310230", "崇明县", 2016, "310151", "崇明区")]
    [InlineData("320124", "溧水县", 2013, "320117", "溧水区")]
    [InlineData("320125", "高淳县", 2013, "320118", "高淳区")]
    [InlineData("320584", "吴江市", 2012, "320509", "吴江区")]
    [InlineData("330183", "富阳市", 2014, "330111", "富阳区")]
    [InlineData("330185", "临安市", 2017, "330112", "临安区")]
    [InlineData("330682", "上虞市", 2013, "330604", "上虞区")]
    [InlineData("370181", "章丘市", 2016, "370114", "章丘区")]
    [InlineData("370124", "平阴县", null, null, "平阴县")]
    [InlineData("370125", "济阳县", 2018, "370115", "济阳区")]
    [InlineData("371202", "莱城区", 2018, "370116", "莱芜区")]
    [InlineData("371203", "钢城区", 2018, "370117", "钢城区")]
    [InlineData("370284", "胶南市", 2012, "370211", "黄岛区")]
    [InlineData("370882", "兖州市", 2013, "370812", "兖州区")]
    [InlineData("410181", "巩义市", null, null, "巩义市")]
    [InlineData("440183", "增城市", 2014, "440118", "增城区")]
    [InlineData("440184", "从化市", 2014, "440117", "从化区")]
    [InlineData("510122", "双流县", 2015, "510116", "双流区")]
    [InlineData("510124", "郫县", 2016, "510117", "郫都区")]
    [InlineData("610125", "户县", 2016, "610118", "鄠邑区")]
    [InlineData("610126", "高陵县", 2014, "610117", "高陵区")]
    public void A_division_leads_to_the_one_that_stands_for_it_today(
        string code, string name, int? ended, string? successor, string today)
    {
        Division division = Assert.Single(Table.ByName(name), candidate => candidate.Code == code);

        Assert.Equal((ended, successor), (division.To, division.SuccessorCode));
        Assert.Equal(today, Table.Current(division)?.Name);
        Assert.Equal(ended is null, division.ExistedIn(2024));
        Assert.True(division.ExistedIn(2005));
    }

    [Fact]
    public void Every_division_of_the_reference_table_is_in_ours_with_its_end()
    {
        List<string> differences = [];
        IEnumerable<string[]> rows = Reference("areacodes.csv").Skip(1).Select(line => line.Split(','));

        // The reference repeats a code and name when the division above changed; ours keeps one row for both.
        foreach (IGrouping<(string, string), string[]> group in rows.GroupBy(cells => (cells[0], cells[3])))
        {
            (string code, string name) = group.Key;
            int?[] ends = [.. group.Select(cells => cells[7].Length == 4 ? int.Parse(cells[7], CultureInfo.InvariantCulture) : (int?)null)];
            if (!Table.ByName(name).Any(division => division.Code == code && ends.Contains(division.To)))
                differences.Add($"{code} {name}");
        }

        Assert.Empty(differences);
    }

    [Fact]
    public void The_ambiguous_names_are_those_of_the_reference()
    {
        using JsonDocument reference = JsonDocument.Parse(string.Concat(Reference("ambiguous-names.json")));

        foreach (JsonProperty name in reference.RootElement.EnumerateObject())
            Assert.Equal(
                name.Value.EnumerateArray().Select(unit => unit[0].GetString()).Order(),
                Table.ByName(name.Name).Where(division => division.IsCurrent).Select(division => division.Code).Order());
    }

    [Fact]
    public void A_code_that_statistics_lends_to_a_zone_is_no_code_of_ours()
    {
        using JsonDocument reference = JsonDocument.Parse(string.Concat(Reference("development-zones.json")));

        foreach (JsonElement zone in reference.RootElement.EnumerateArray().Where(zone => zone.GetProperty("nbs_pseudo_code").GetBoolean()))
        {
            Assert.Null(Table.Find(zone.GetProperty("code").GetString()!));
            Assert.NotEmpty(Table.ZonesByName(zone.GetProperty("name").GetString()!));
        }
    }

    private static string[] Reference(string file)
    {
        string? root = AppContext.BaseDirectory;
        while (root is not null && !File.Exists(Path.Combine(root, "SearchEngine.sln")))
            root = Path.GetDirectoryName(root);
        string path = Path.Combine(root ?? "", "..", "shared", "data", "regions", file);
        Assert.SkipUnless(File.Exists(path) || Environment.GetEnvironmentVariable("CI") == "true", $"{file} is not there to compare with");
        return File.ReadAllLines(path);
    }
}
