using SearchEngine.Reports.Model;
using SearchEngine.Search.Answers;

namespace SearchEngine.Web.Tests;

/// <summary>Answers made of records alone. The places are real codes; the sentences are invented.</summary>
internal static class HandMadeAnswers
{
    public static SearchAnswer ThreeReports { get; } = new()
    {
        Query = "府院联动",
        Understood = "标题、正文中的短语「府院联动」，忽略引号、书名号、空格、间隔号；全部章节",
        Reports = 3,
        Occurrences = 7,
        Elliptical = 1,
        Related = 2,
        Of = new Denominator(5, 5),
        TookMs = 0.8,
        Facets = new SearchFacets
        {
            Region =
            [
                Region("370000", "山东省", 2, 3,
                    Region("370100", "济南市", 1, 1, Region("370103", "市中区", 1, 1)),
                    Region("370400", "枣庄市", 1, 1, Region("370404", "峄城区", 1, 1)),
                    Region("370800", "济宁市", 0, 1, new RegionFacet(null, "370800-F01", "济宁经济开发区", 0, 1, []))),
                Region("410000", "河南省", 1, 1, Region("410100", "郑州市", 1, 1, Region("410102", "中原区", 1, 1))),
                Region("140000", "山西省", 0, 1, Region("140400", "长治市", 0, 1, Region("140404", "上党区", 0, 1))),
            ],
            Year = [new YearFacet(2020, 1, 1), new YearFacet(2024, 2, 4)],
            Published = [new YearFacet(2021, 1, 1), new YearFacet(2025, 1, 2), new YearFacet(null, 1, 2)],
            Topic =
            [
                new ValueFacet("T19", "府院联动与府检联动", 3, 3),
                new ValueFacet("T20", "矛盾纠纷多元化解", 3, 5),
                new ValueFacet("T17", "行政应诉与出庭", 3, 5),
                new ValueFacet("T16", "行政复议", 3, 5),
                new ValueFacet("T03", "乡镇和街道的行政执法", 2, 5),
                new ValueFacet("T05", "营商环境", 2, 5),
                new ValueFacet("T08", "普法", 2, 4),
                new ValueFacet("T11", "合法性审查", 2, 4),
                new ValueFacet("T12", "政务公开", 1, 4),
                new ValueFacet("T25", "数字法治政府", 0, 3),
            ],
            Block =
            [
                new BlockFacet("成效", 3, 5, 5),
                new BlockFacet("问题", 0, 5, 0),
                new BlockFacet("第一责任人", 1, 4, 1),
                new BlockFacet("计划", 1, 5, 1),
                new BlockFacet("其他", 0, 5, 0),
            ],
            IssuerKind =
            [
                new ValueFacet(
                    "政府", null, 2, 2), new ValueFacet("党委政府联合", null, 1, 2), new ValueFacet("管委会", null, 0, 1),
            ],
            Site = [new ValueFacet("www.shizhong.gov.cn", null, 1, 1), new ValueFacet(null, null, 2, 4)],
        },
        Hits =
        [
            Hit("a1", "济南市市中区2024年度法治政府建设情况报告", ["山东省", "济南市", "市中区"], "370103", 4) with
            {
                Published = new DateOnly(2025, 2, 28),
                Url = "https://www.shizhong.gov.cn/report/2024.html",
                Passages =
                [
                    new Passage("成效", "（一）加强领导", 2, "三是落实责任。建立常态化府院联动机制,召开府院联动联席会议。", [[12, 16], [21, 25]]),
                    new Passage("计划", "（三）推进基层治理", 12, "持续强化府院联动,推进调解组织建设。", [[4, 8]]),
                ],
            },
            Hit("b2", "中原区2024年度法治政府建设情况报告", ["河南省", "郑州市", "中原区"], "410102", 2) with
            {
                TitleInferred = true,
                Elliptical = 1,
                Passages =
                [
                    new Passage("第一责任人", "一、履行第一责任人职责情况", 2, "主持召开推进会,对完善府院联动机制作出安排。", [[11, 15]]),
                    new Passage("计划", "四、下一年安排", 12, "六是加强常态化府院、府检联动工作,化解矛盾纠纷。", [[7, 9], [12, 14]], Elliptical: true),
                ],
            },
            Hit("c3", "峄城区关于2020年度法治政府建设情况的报告", ["山东省", "枣庄市", "峄城区"], "370404", 1) with
            {
                Year = 2020,
                Published = new DateOnly(2021, 3, 8),
                IssuerKind = "党委政府联合",
                Passages = [new Passage("标题", null, null, "府院联动的报告", [[0, 4]])],
            },
        ],
        RelatedHits =
        [
            Hit("d4", "长治市上党区关于2024年度法治政府建设情况的报告", ["山西省", "长治市", "上党区"], "140404", 0) with
            {
                Passages = [new Passage("成效", "2.行政争议", 3, "行政争议实质高效化解。", [[0, 4], [8, 10]])],
            },
        ],
    };

    public static SearchAnswer Nothing { get; } = new()
    {
        Query = "府检联动",
        Understood = "标题、正文中的短语「府检联动」",
        Of = new Denominator(1, 1),
        Facets = new SearchFacets { Year = [new YearFacet(2020, 0, 1), new YearFacet(2024, 2, 4)] },
    };

    public static RegionFacet Region(string code, string name, int count, int of, params RegionFacet[] children) =>
        new(code, null, name, count, of, children);

    public static SearchHit Hit(string id, string title, IReadOnlyList<string> place, string code, long occurrences) =>
        new()
        {
            Id = id,
            Title = title,
            Region = new RegionRef(place, code, null, "题名"),
            Year = 2024,
            IssuerKind = "政府",
            Score = 4.21,
            Occurrences = occurrences,
        };
}
