using SearchEngine.Search.Language;
using SearchEngine.Search.Requests;

namespace SearchEngine.Search.Tests.Language;

public sealed class QueryDescriptionTests
{
    private const string Ignored = "，忽略引号、书名号、空格、间隔号；全部章节";

    [Theory]
    [InlineData("府院联动", "标题、正文中的短语「府院联动」" + Ignored)]
    [InlineData("“府院联动”", "标题、正文中的短语「府院联动」" + Ignored)]
    [InlineData("标题:府院联动", "标题中的短语「府院联动」" + Ignored)]
    [InlineData("府院联动 府检联动", "标题、正文中的「府院联动」与「府检联动」" + Ignored)]
    [InlineData("府院联动 非 府检联动", "标题、正文中的「府院联动」，不含「府检联动」" + Ignored)]
    [InlineData("A 或 (B C)", "标题、正文中的「A」或（「B」与「C」）" + Ignored)]
    [InlineData("非 府院联动", "标题、正文不含「府院联动」的报告" + Ignored)]
    [InlineData("复议 同句 败诉率", "标题、正文中的「复议」与「败诉率」（同句）" + Ignored)]
    [InlineData("“府院联动”~3", "标题、正文中的短语「府院联动」（同句，字序不变，中间共可隔 3 字）" + Ignored)]
    [InlineData("“府院联动”~3 机制", "标题、正文中的「府院联动」（同句，字序不变，中间共可隔 3 字）与「机制」" + Ignored)]
    [InlineData("复议 ~5先后 败诉率", "标题、正文中的「复议」与「败诉率」（相隔不超过 5 字，按先后）" + Ignored)]
    [InlineData("法治*", "标题、正文中的通配词「法治*」" + Ignored)]
    [InlineData("市中政字[2024]18", "标题、正文中的文号「市中政字〔2024〕18号」（各种写法）" + Ignored)]
    [InlineData("标题:A 正文:B", "标题、正文中的标题里的「A」与正文里的「B」" + Ignored)]
    [InlineData("府院联动 章节:成效 地区:山东省 -年份:2020..2021",
        "标题、正文中的短语「府院联动」，忽略引号、书名号、空格、间隔号；章节 成效；地区 山东省；不含年份 2020–2021")]
    [InlineData("", "全部报告")]
    [InlineData("地区:370000", "全部报告；地区 山东省")]
    [InlineData("()", "没有可检索的内容")]
    public void Says_how_a_query_was_read(string query, string expected) =>
        Assert.Equal(expected, Describe(new SearchRequest { Query = query }));

    [Fact]
    public void Names_the_filters_of_the_request_too() => Assert.Equal(
        "标题、正文中的短语「府院联动」，忽略引号、书名号、空格、间隔号、顿号、圆括号；章节 问题、计划；"
            + "地区 济南市、缺失；年份 2020 起；发布年 缺失；主题 府院联动与府检联动；不含地区 济宁经济开发区",
        Describe(new SearchRequest
        {
            Query = "府院联动",
            Wide = true,
            Blocks = ["问题", "计划", "成效"],
            Regions = ["370100", ""],
            Year = new YearRange(2020, null),
            Published = new YearRange(null, null, Missing: true),
            Topics = ["T19"],
            Exclude = [new Exclusion("region", "370800-F01"), new Exclusion("block", "成效")],
        }));

    [Fact]
    public void Says_that_related_reports_were_asked_for() => Assert.Equal(
        "与「府院联动」词语相近的报告", Describe(new SearchRequest { Query = "府院联动", RelatedMode = true }));

    private static string Describe(SearchRequest request) => QueryDescription.Of(
        QueryParser.Parse(request.Query, QueryVocabulary.Shipped, SearchLimits.Web), request, QueryVocabulary.Shipped);
}
