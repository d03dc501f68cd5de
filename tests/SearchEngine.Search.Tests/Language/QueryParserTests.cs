using SearchEngine.Search.Language;

namespace SearchEngine.Search.Tests.Language;

public sealed class QueryParserTests
{
    [Theory]
    // Runs and phrases.
    [InlineData("府院联动", "府院联动")]
    [InlineData("  府院联动  ", "府院联动")]
    [InlineData("府院联动 败诉率", "(府院联动 & 败诉率)")]
    [InlineData("府院联动　败诉率", "(府院联动 & 败诉率)")]
    [InlineData("府院联动\t败诉率\n复议", "(府院联动 & 败诉率 & 复议)")]
    [InlineData("“府院联动”", "“府院联动”")]
    [InlineData("\"府院 联动\"", "\"府院 联动\"")]
    [InlineData("「府院 联动」 复议", "(「府院 联动」 & 复议)")]
    [InlineData("『府院』", "『府院』")]
    [InlineData("“府院联动”“败诉率”", "(“府院联动” & “败诉率”)")]
    [InlineData("“府院联动”机制", "“府院联动”机制")]
    [InlineData("坚持“府院 联动”机制", "坚持“府院 联动”机制")]
    [InlineData("“与”", "“与”")]
    [InlineData("\"A AND B\"", "\"A AND B\"")]
    [InlineData("政", "政")]
    [InlineData("12345", "12345")]
    [InlineData("P2P", "P2P")]
    [InlineData("1+333", "1+333")]
    [InlineData("乡镇(街道)", "乡镇(街道)")]
    [InlineData("乡镇（街道）", "乡镇（街道）")]
    [InlineData("R&D经费", "R&D经费")]
    [InlineData("2021-2025年", "2021-2025年")]
    [InlineData("双随机、一公开", "双随机、一公开")]
    [InlineData("《行政复议法》", "《行政复议法》")]
    // Words that look like operators and are none.
    [InlineData("行政机关与法院", "行政机关与法院")]
    [InlineData("非正常企业", "非正常企业")]
    [InlineData("非 正常企业", "!正常企业")]
    [InlineData("或许", "或许")]
    [InlineData("ANDROID", "ANDROID")]
    [InlineData("and", "and")]
    [InlineData("与", "与")]
    [InlineData("非", "非")]
    [InlineData("同句", "同句")]
    // Operators.
    [InlineData("府院 与 联动", "(府院 & 联动)")]
    [InlineData("府院 AND 联动", "(府院 & 联动)")]
    [InlineData("府院 ＡＮＤ 联动", "(府院 & 联动)")]
    [InlineData("府院 & 联动", "(府院 & 联动)")]
    [InlineData("府院 ＆ 联动", "(府院 & 联动)")]
    [InlineData("府院 && 联动", "(府院 & 联动)")]
    [InlineData("府院 或 联动", "(府院 | 联动)")]
    [InlineData("府院 OR 联动", "(府院 | 联动)")]
    [InlineData("府院 | 联动", "(府院 | 联动)")]
    [InlineData("府院|联动", "(府院 | 联动)")]
    [InlineData("府院｜联动", "(府院 | 联动)")]
    [InlineData("府院 || 联动", "(府院 | 联动)")]
    [InlineData("府院 非 联动", "(府院 & !联动)")]
    [InlineData("府院 NOT 联动", "(府院 & !联动)")]
    [InlineData("府院 -联动", "(府院 & !联动)")]
    [InlineData("府院 －联动", "(府院 & !联动)")]
    [InlineData("府院 - 联动", "(府院 & !联动)")]
    [InlineData("府院 与 非 联动", "(府院 & !联动)")]
    [InlineData("府院 -“联动 机制”", "(府院 & !“联动 机制”)")]
    [InlineData("-府院 联动", "(联动 & !府院)")]
    // Binding.
    [InlineData("A B | C", "((A & B) | C)")]
    [InlineData("A | B C", "(A | (B & C))")]
    [InlineData("A 与 B 或 C 与 D", "((A & B) | (C & D))")]
    [InlineData("A | B | C", "(A | B | C)")]
    [InlineData("A 或 B 非 C", "((A | B) & !C)")]
    [InlineData("A 非 C 或 B", "((A | B) & !C)")]
    [InlineData("A 或 B 与 非 C", "(A | (B & !C))")]
    [InlineData("A 或 非 B", "(A | !B)")]
    [InlineData("非 A 或 B", "(!A | B)")]
    [InlineData("非 A 非 B", "(!A & !B)")]
    // Brackets.
    [InlineData("(府院联动)", "府院联动")]
    [InlineData("A (B 或 C)", "(A & (B | C))")]
    [InlineData("A （B 或 C）", "(A & (B | C))")]
    [InlineData("(A 或 B) (C 或 D)", "((A | B) & (C | D))")]
    [InlineData("(A 或 B)(C 或 D)", "((A | B) & (C | D))")]
    [InlineData("A 与（B 或 C）", "(A & (B | C))")]
    [InlineData("A 非(B 或 C)", "(A & !(B | C))")]
    [InlineData("A -(B C)", "(A & !(B & C))")]
    [InlineData("(A (B C)) D", "(A & B & C & D)")]
    [InlineData("((A))", "A")]
    [InlineData("(乡镇(街道) 或 村)", "(乡镇(街道) | 村)")]
    [InlineData("A (B 非 C)", "(A & B & !C)")]
    [InlineData("A 或 (B 非 C)", "(A | (B & !C))")]
    // Nearness.
    [InlineData("府院 ~10 联动", "(府院 ~10 联动)")]
    [InlineData("\"府院联动\"~3", "\"府院联动\"~3")]
    [InlineData("「府院联动」～３ 机制", "(「府院联动」~3 & 机制)")]
    [InlineData("标题:“府院”~2", "T:“府院”~2")]
    [InlineData("“府院”~2 ~5 联动", "(“府院”~2 ~5 联动)")]
    [InlineData("府院联动~3", "府院联动~3")]
    [InlineData("“府院”联动~3", "“府院”联动~3")]
    [InlineData("府院 ～3 联动", "(府院 ~3 联动)")]
    [InlineData("府院 ~３ 联动", "(府院 ~3 联动)")]
    [InlineData("复议 同句 败诉率", "(复议 sentence 败诉率)")]
    [InlineData("复议 同段 败诉率", "(复议 paragraph 败诉率)")]
    [InlineData("复议 同节 败诉率", "(复议 section 败诉率)")]
    [InlineData("复议 同句先后 败诉率", "(复议 >sentence 败诉率)")]
    [InlineData("复议 先后同段 败诉率", "(复议 >paragraph 败诉率)")]
    [InlineData("复议 ~5先后 败诉率", "(复议 >~5 败诉率)")]
    [InlineData("A 同句 B 同句 C", "((A sentence B) & (B sentence C))")]
    [InlineData("A 同句 (B 或 C)", "(A sentence (B | C))")]
    [InlineData("(A 或 B) ~2 C", "((A | B) ~2 C)")]
    [InlineData("A 同句 B 或 C", "((A sentence B) | C)")]
    [InlineData("A B 同句 C", "(A & (B sentence C))")]
    [InlineData("府院 同句 复议* -败诉", "((府院 sentence w'复议*') & !败诉)")]
    // Wildcards.
    [InlineData("法治*", "w'法治*'")]
    [InlineData("法治＊", "w'法治＊'")]
    [InlineData("府院?动", "w'府院?动'")]
    [InlineData("123*", "w'123*'")]
    [InlineData("*345", "w'*345'")]
    [InlineData("“法治*”", "“法治*”")]
    [InlineData("什么是府院联动？", "什么是府院联动？")]
    // Zones.
    [InlineData("标题:府院联动", "T:府院联动")]
    [InlineData("标题：府院联动", "T:府院联动")]
    [InlineData("正文:府院联动 复议", "(B:府院联动 & 复议)")]
    [InlineData("标题:(A 或 B)", "(T:A | T:B)")]
    [InlineData("标题:（A 正文:B） C", "(T:A & B:B & C)")]
    [InlineData("标题: 府院", "T:府院")]
    [InlineData("标题:“府 院”", "T:“府 院”")]
    [InlineData("-标题:工作报告 府院", "(府院 & !T:工作报告)")]
    [InlineData("标题:法治*", "T:w'法治*'")]
    // Conditions.
    [InlineData("地区:370000", "[region=370000]")]
    [InlineData("地区：370000 府院", "府院 [region=370000]")]
    [InlineData("地区:370800-F01", "[region=370800-F01]")]
    [InlineData("地区:370800-f01", "[region=370800-F01]")]
    [InlineData("地区:山东省", "[region=370000]")]
    [InlineData("地区:山东", "[region=370000]")]
    [InlineData("地区:山东省/济南市/市中区", "[region=370103]")]
    [InlineData("地区:济南市市中区", "[region=370103]")]
    [InlineData("地区:山东省、河南省", "[region=370000,410000]")]
    [InlineData("地区:山东省 地区:河南省", "[region=370000,410000]")]
    [InlineData("地区:(山东省 或 河南省)", "[region=370000,410000]")]
    [InlineData("-地区:370000 府院", "府院 ![region=370000]")]
    [InlineData("非 地区:370000", "![region=370000]")]
    [InlineData("地区:缺失", "[region=-]")]
    [InlineData("地区:山东省、缺失", "[region=370000,-]")]
    [InlineData("层级:县级", "[level=县级]")]
    [InlineData("层级:区县、市", "[level=县级,市级]")]
    [InlineData("年份:2024", "[year=2024]")]
    [InlineData("年份:２０２４", "[year=2024]")]
    [InlineData("年份:2024年", "[year=2024]")]
    [InlineData("年份:2020..2024", "[year=2020..2024]")]
    [InlineData("年份:2020..", "[year=2020..]")]
    [InlineData("年份:..2020", "[year=..2020]")]
    [InlineData("年份:2020、2022", "[year=2020,2022]")]
    [InlineData("年份:2015..2016、2020", "[year=2015..2016|year=2020]")]
    [InlineData("年份:缺失", "[year=-]")]
    [InlineData("发布日期:2025-02-28", "[published=20250228..20250228]")]
    [InlineData("发布日期:2025-02", "[published=20250201..20250228]")]
    [InlineData("发布日期:2024", "[published=20240101..20241231]")]
    [InlineData("发布日期:2024-02..2025", "[published=20240201..20251231]")]
    [InlineData("发布日期:2025年2月28日", "[published=20250228..20250228]")]
    [InlineData("发布日期:..2020", "[published=..20201231]")]
    [InlineData("机关:济南市市中区人民政府", "[issuer=济南市市中区人民政府]")]
    [InlineData("文号:市中政字[2024]18", "[documentNumber=市中政字〔2024〕18号]")]
    [InlineData("文号:“市中政字 2024 18”", "[documentNumber=市中政字〔2024〕18号]")]
    [InlineData("引用文号:市中政字〔2024〕18号", "[citedNumber=市中政字〔2024〕18号]")]
    [InlineData("索引号:3701030006/2025-6637169", "[indexNumber=3701030006/2025-6637169]")]
    [InlineData("主题:T19", "[topic=T19]")]
    [InlineData("主题:t19", "[topic=T19]")]
    [InlineData("主题:府院联动与府检联动", "[topic=T19]")]
    [InlineData("来源:jinan.gov.cn", "[site=jinan.gov.cn|source=jinan.gov.cn]")]
    [InlineData("章节:成效 府院", "府院 <Results>")]
    [InlineData("章节:成效、计划", "<Results,Plan>")]
    [InlineData("-章节:问题 府院", "府院 !<Problems>")]
    // Where a condition holds.
    [InlineData("A 或 B 地区:370000", "(A | B) [region=370000]")]
    [InlineData("地区:370000 A 或 B", "(A | B) [region=370000]")]
    [InlineData("(A 地区:370000) 或 (B 地区:410000)", "((A & [region=370000]) | (B & [region=410000]))")]
    [InlineData("地区:370000 或 主题:T19", "([region=370000] | [topic=T19])")]
    [InlineData("", "")]
    [InlineData("   ", "")]
    public void Reads_a_query_without_mistakes_as_its_table_says(string query, string expected)
    {
        ParsedQuery parsed = Parse(query);

        Assert.Empty(parsed.Errors);
        Assert.Equal(expected, ExpressionNotation.Of(parsed));
    }

    [Theory]
    // Quotes and brackets.
    [InlineData("“府院联动", 1, "右引号", "“府院联动")]
    [InlineData("复议 \"府院 联动", 4, "右引号", "(复议 & \"府院 联动)")]
    [InlineData("府院联动”", 5, "引号应成对", "府院联动”")]
    [InlineData("府院 联动\"", 6, "引号应成对", "(府院 & 联动\")")]
    [InlineData("府院联动 与（ 第一责任人 或 成效", 7, "右括号", "(府院联动 & (第一责任人 | 成效))")]
    [InlineData("(府院 联动", 1, "右括号", "(府院 & 联动)")]
    [InlineData("府院) 联动", 3, "左括号", "(府院 & 联动)")]
    [InlineData("府院联动 ()", 6, "空的", "府院联动")]
    [InlineData("()", 1, "空的", "")]
    [InlineData("A 与 () B", 5, "空的", "(A & B)")]
    [InlineData("乡镇(街道 复议", 3, "空一格", "(乡镇(街道 & 复议)")]
    [InlineData("地区:(山东省 河南省", 4, "右括号", "[region=370000,410000]")]
    [InlineData("((((((((( A )))))))))", 9, "最多 8 层", "A")]
    // Operators without a side.
    [InlineData("与 府院", 1, "左侧", "府院")]
    [InlineData("府院 与", 4, "右侧", "府院")]
    [InlineData("| 府院", 1, "左侧", "府院")]
    [InlineData("府院 |", 4, "右侧", "府院")]
    [InlineData("府院 或", 4, "右侧", "府院")]
    [InlineData("府院 非", 4, "右侧", "府院")]
    [InlineData("府院 -", 4, "右侧", "府院")]
    [InlineData("A 与 或 B", 5, "两个运算符", "(A | B)")]
    [InlineData("A 或 与 B", 5, "两个运算符", "(A | B)")]
    [InlineData("A 或 或 B", 5, "两个运算符", "(A | B)")]
    [InlineData("A 非 非 B", 5, "重复", "(A & !B)")]
    [InlineData("A --B", 4, "重复", "(A & !B)")]
    [InlineData("A 非 或 B", 3, "右侧", "(A | B)")]
    [InlineData("(A 与) B", 4, "右侧", "(A & B)")]
    [InlineData("|", 1, "左侧", "")]
    // Nearness.
    [InlineData("\"A B\"~0", 6, "字数", "\"A B\"~10")]
    [InlineData("\"A B\"~", 6, "字数", "\"A B\"~10")]
    [InlineData("\"A B\"~x", 6, "字数", "\"A B\"~10")]
    [InlineData("A ~0 B", 3, "距离", "(A ~10 B)")]
    [InlineData("A ~99 B", 3, "距离", "(A ~10 B)")]
    [InlineData("A ~ B", 3, "距离", "(A ~10 B)")]
    [InlineData("A ~x B", 3, "距离", "(A ~10 B)")]
    [InlineData("~5 A", 1, "左侧", "A")]
    [InlineData("A 同句", 3, "右侧", "A")]
    [InlineData("A 同句 (B C)", 3, "两侧应是短语", "(A & B & C)")]
    [InlineData("A 同句 -B", 3, "两侧应是短语", "(A & !B)")]
    [InlineData("A 同句 同段 B", 6, "左侧", "(A sentence B)")]
    [InlineData("A 同句 地区:370000", 3, "两侧应是短语", "A [region=370000]")]
    [InlineData("A 或 同句 B", 5, "左侧", "(A | B)")]
    // Fields.
    [InlineData("栏目:府院", 1, "不是字段", "栏目:府院")]
    [InlineData("标题:", 1, "后面缺少", "")]
    [InlineData("标题: 与 A", 1, "后面缺少", "A")]
    [InlineData("地区: ", 1, "后面缺少", "")]
    [InlineData("府院 年份:", 4, "后面缺少", "府院")]
    [InlineData("府院 (年份:)", 4, "空的", "府院")]
    [InlineData("地区:没有这个地方", 1, "没有查到", "")]
    [InlineData("层级:村级 A", 1, "层级是", "A")]
    [InlineData("年份:去年 A", 1, "应写作 2024", "A")]
    [InlineData("年份:20..24 A", 1, "应写作 2024", "A")]
    [InlineData("年份:.. A", 1, "应写作 2024", "A")]
    [InlineData("年份:2020-2024", 4, "两个点", "[year=2020..2024]")]
    [InlineData("年份:2020至2024", 4, "两个点", "[year=2020..2024]")]
    [InlineData("年份:2024..2020", 4, "颠倒", "[year=2020..2024]")]
    [InlineData("发布日期:2025-13", 1, "应写作 2025-02-28", "")]
    [InlineData("发布日期:2025-02-30 A", 1, "应写作 2025-02-28", "A")]
    [InlineData("发布日期:2025..2024", 6, "颠倒", "[published=20240101..20251231]")]
    [InlineData("主题:T99 A", 1, "没有查到", "A")]
    [InlineData("指标:败诉率>5% A", 1, "指标", "A")]
    [InlineData("章节:结论 A", 4, "章节是", "A")]
    [InlineData("A 或 章节:成效 B", 5, "最外层", "(A | B) <Results>")]
    [InlineData("(A 章节:成效) B", 4, "最外层", "(A & B) <Results>")]
    // Phrases.
    [InlineData("，", 1, "没有可检索", "")]
    [InlineData("A “”", 3, "没有可检索", "A")]
    [InlineData("法*", 1, "太短", "法")]
    [InlineData("12*", 1, "太短", "12")]
    [InlineData("*法治", 1, "通配符", "法治")]
    [InlineData("* A", 1, "太短", "A")]
    public void Mends_a_mistake_and_names_its_character(string query, int at, string fragment, string expected)
    {
        ParsedQuery parsed = Parse(query);

        Assert.NotEmpty(parsed.Errors);
        Assert.Equal(at, parsed.Errors[0].At);
        Assert.Contains(fragment, parsed.Errors[0].Message, StringComparison.Ordinal);
        Assert.StartsWith($"第 {at} 个字符", parsed.Errors[0].Message, StringComparison.Ordinal);
        Assert.Equal(expected, ExpressionNotation.Of(parsed));
    }

    [Theory]
    [InlineData("“", true)]
    [InlineData("()", true)]
    [InlineData("指标:败诉率>5%", true)]
    [InlineData("地区:没有这个地方", true)]
    [InlineData("", false)]
    [InlineData("地区:370000", false)]
    [InlineData("府院 (", false)]
    public void Is_unreadable_when_something_was_typed_and_nothing_remains(string query, bool unreadable) =>
        Assert.Equal(unreadable, Parse(query).IsUnreadable);

    [Fact]
    public void Leaves_out_what_is_beyond_the_permitted_length()
    {
        ParsedQuery parsed = Parse(new string('政', 300).Insert(250, " "));

        Assert.Contains(parsed.Errors, error => error.At == 257 && error.Message.Contains("最多 256", StringComparison.Ordinal));
        Assert.Equal(256, parsed.Text.Length);
    }

    [Fact]
    public void Takes_the_first_units_of_a_phrase_that_is_too_long()
    {
        ParsedQuery parsed = Parse(new string('政', 65));

        Assert.Equal(1, Assert.Single(parsed.Errors).At);
        Assert.Equal(new string('政', 64), parsed.PlainPhrase);
    }

    [Fact]
    public void Leaves_out_the_clauses_that_are_too_many()
    {
        ParsedQuery parsed = Parse(string.Join(' ', Enumerable.Range(0, 40).Select(i => $"词{i}")));

        Assert.Equal(32, Assert.IsType<AllOfExpression>(parsed.Expression).Parts.Count);
        Assert.Contains("最多 32 个", Assert.Single(parsed.Errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Reads_in_time_linear_in_the_length_whatever_the_query_is()
    {
        string[] patterns = ["(", ")", "“", "\"", "a\"", "府 ", "府|", "-", "(A 或 ", "标题:", "地区:(", "*", "“府”", "a(", "与 ", "~5 ", "栏目:"];

        foreach (string pattern in patterns)
        {
            long once = Steps(pattern, 20_000);
            long twice = Steps(pattern, 40_000);
            Assert.True(twice <= (2.2 * once) + 100, $"{pattern}: {once} steps, then {twice}");
        }
    }

    private static long Steps(string pattern, int length)
    {
        string query = string.Concat(Enumerable.Repeat(pattern, length / pattern.Length));
        QueryLexer.Read(query, new QueryErrors(), out long steps);
        return steps;
    }

    private static ParsedQuery Parse(string query) => QueryParser.Parse(query, QueryVocabulary.Shipped, SearchLimits.Web);
}
