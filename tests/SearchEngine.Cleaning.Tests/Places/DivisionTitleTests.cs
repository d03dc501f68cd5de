using SearchEngine.Cleaning.Places;
using SearchEngine.Reports.Regions;

namespace SearchEngine.Cleaning.Tests.Places;

/// <summary>
/// Titles of every division of 2000 to 2025, in the forms that titles take: the place is right or left open, never
/// another one. Where a code changed within the year, either code is the place.
/// </summary>
public sealed class DivisionTitleTests
{
    private const double LeastFound = 0.97;

    private static readonly RegionTable Table = RegionTable.Default;

    private static readonly Division[] Divisions = [.. Table.Provinces
        .SelectMany(province => Below(province.Code))
        .SelectMany(division => Table.ByName(division.Name)).Distinct()];

    private static readonly string[] Forms =
    [
        "{0}{1}{2}年度法治政府建设情况报告", "{0}{1}人民政府关于{2}年度法治政府建设情况的报告", "中共{0}{1}委员会 {0}{1}人民政府关于{2}年度法治政府建设情况的报告",
        "关于{0}{1}{2}年度法治政府建设情况的报告", "{2}年{0}{1}法治政府建设情况报告", "{0}{1}司法局{2}年度法治政府建设工作报告", "{0}{1}河口街道办事处{2}年法治政府建设工作报告",
    ];

    public static MatrixTheoryData<string, int> FormsAndYears => new(Forms, [2000, 2010, 2014, 2019, 2025]);

    [Theory]
    [MemberData(nameof(FormsAndYears))]
    public void A_division_is_found_or_left_open(string form, int year)
    {
        RegionResolver resolver = new(Table);
        List<string> wrong = [];
        int asked = 0, found = 0;
        foreach (Division division in Divisions.Where(division => division.ExistedIn(year)))
        {
            string above = Table.PathOf(division.Code) is { Count: > 1 } path ? path[^2] : "";
            string title = string.Format(System.Globalization.CultureInfo.InvariantCulture, form, above, division.Name, year);
            string? code = resolver.Resolve(new PlaceClues { Title = title, Year = year }, [])?.Code;
            asked++;
            if (code == division.Code || (code is not null && IsSame(code, division)))
                found++;
            else if (code is not null)
                wrong.Add($"{title}: {code} instead of {division.Code}");
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count} of {asked}\n{string.Join('\n', wrong.Take(20))}");
        Assert.True(found >= LeastFound * asked, $"{found} of {asked}");
    }

    // The division of the same name before or after a change of its code.
    private static bool IsSame(string code, Division division) =>
        Table.Find(code) is { } other && other.Name == division.Name
            && (Table.Current(other)?.Code ?? other.Code) == (Table.Current(division)?.Code ?? division.Code);

    private static IEnumerable<Division> Below(string code) => Table.ChildrenOf(code)
        .SelectMany(child => Below(child.Code).Prepend(child));
}
