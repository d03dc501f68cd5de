using SearchEngine.Evidence.Topics;
using SearchEngine.Reports.Model;

namespace SearchEngine.Evidence.Tests.Topics;

public sealed class TopicTaggerTests
{
    private static readonly TopicTagger Tagger = TopicTagger.Default;

    public static TheoryData<string, string> WeakTriggers => new(
        TopicTable.Default.SelectMany(topic => topic.Weak.Select(weak => (topic.Id, weak))));

    [Theory]
    [InlineData("T01", "机关支部每月安排半天研读习近平法治思想。", "机关支部每月安排半天读书。")]
    [InlineData("T02", "区委全面依法治区委员会年初排定议题。", "区委办公室年初排定议题。")]
    [InlineData("T03", "镇长把第一责任人的担子挑在肩上。", "镇长年底要述职。")]
    [InlineData("T04", "法治督察组进驻三个局。", "三个局迎接示范区检查。")]
    [InlineData("T05", "权责清单当年动态调整两次。", "行政审批大厅周六照常开门。")]
    [InlineData("T06", "开餐馆“一件事”一张表办成。", "政务服务大厅换了新门牌。")]
    [InlineData("T07", "营商环境好不好，企业说了算。", "民营企业招工旺。")]
    [InlineData("T08", "规范性文件出台先过备案关。", "旧办法年内废止。")]
    [InlineData("T09", "重大行政决策都要留下案卷。", "会前请专家论证。")]
    [InlineData("T10", "合法性审查没有通过就不上会。", "社区换了法律顾问。")]
    [InlineData("T11", "镇里挂牌综合行政执法队。", "执法大队搬入新址。")]
    [InlineData("T12", "执法三项制度写进考卷。", "名单公示七天。")]
    [InlineData("T13", "对新业态坚持包容审慎。", "轻微违法也要当场指出。")]
    [InlineData("T14", "食品药品抽检覆盖集市。", "安全生产月活动启动。")]
    [InlineData("T15", "执法监督员随车查看。", "专项整治持续百日。")]
    [InlineData("T16", "突发事件预案修订完毕。", "应急灯更换一批。")]
    [InlineData("T17", "行政复议窗口设在大厅东侧。", "主渠道工程完工。")]
    [InlineData("T18", "行政应诉工作逐案复盘。", "行政诉讼法修改后举行宣讲。")]
    [InlineData("T19", "府院联动每季度会商。", "治理欠薪联席会议召开。")]
    [InlineData("T20", "矛盾纠纷在网格里就地了结。", "人民调解室添置桌椅。")]
    [InlineData("T21", "信访窗口当日登记。", "积案逐件包干。")]
    [InlineData("T22", "政务公开专栏每周更新。", "信用档案记载完整。")]
    [InlineData("T23", "邀请人大代表列席。", "来信提出建议。")]
    [InlineData("T24", "数字化手段减少填表。", "信息化经费列入预算。")]
    [InlineData("T25", "普法队伍走进夜市。", "民法典摆上书架。")]
    [InlineData("T26", "公共法律服务站周末值班。", "律师到场见证。")]
    public void Tags_a_paragraph_of_the_topic_and_not_one_beside_it(string topic, string of, string beside)
    {
        Assert.Contains(topic, Tagger.TopicsOf(of));
        Assert.DoesNotContain(topic, Tagger.TopicsOf(beside));
    }

    [Theory]
    [MemberData(nameof(WeakTriggers))]
    public void A_weak_trigger_alone_gives_no_topic_however_often_it_stands(string topic, string weak)
    {
        Assert.DoesNotContain(topic, Tagger.TopicsOf($"今年{weak}，明年{weak}。"));
    }

    [Fact]
    public void Two_different_weak_triggers_give_the_topic()
    {
        Assert.All(TopicTable.Default, topic =>
        {
            string[] apart = [.. topic.Weak.Where(word => topic.Weak.All(o => o == word || !Overlap(o, word))).Take(2)];
            Assert.Equal(2, apart.Length);
            Assert.Contains(topic.Id, Tagger.TopicsOf($"先有{apart[0]}，后有{apart[1]}。"));
        });
    }

    [Theory]
    [InlineData("T23", "履行生效裁判", "履行生效裁判，文书生效")]
    [InlineData("T05", "证明事项告知承诺", "证明事项告知承诺和另一种告知承诺")]
    [InlineData("T26", "法治工作队伍", "法治工作队伍和法治队伍")]
    public void A_trigger_inside_a_longer_one_is_no_second_trigger(string topic, string nested, string apart)
    {
        Assert.DoesNotContain(topic, Tagger.TopicsOf(nested + "。" + nested));
        Assert.Contains(topic, Tagger.TopicsOf(apart));
    }

    [Theory]
    [InlineData("T12", "行政执法“三项”制度")]
    [InlineData("T06", "高效办成 一 件 事")]
    [InlineData("T14", "双•随机")]
    [InlineData("T19", "推进常态化府院、府检联动")]
    [InlineData("T24", "“互联网＋”和大数据")]
    [InlineData("T20", "学习‘枫桥’\u3000经验")]
    public void Quotes_spaces_dots_and_width_do_not_matter(string topic, string paragraph)
    {
        Assert.Contains(topic, Tagger.TopicsOf(paragraph));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\0\uD800“”　")]
    [InlineData("今年天气很好。")]
    public void A_paragraph_without_triggers_has_no_topic(string paragraph)
    {
        Assert.Empty(Tagger.TopicsOf(paragraph));
    }

    [Fact]
    public void Ids_are_distinct_and_ascending()
    {
        Assert.Equal(
            ["T17", "T19", "T25"], Tagger.TopicsOf("普法、府院联动、行政复议；府检联动、普法、行政复议。"));
    }

    [Fact]
    public void A_report_has_the_topics_of_its_lines_in_their_order()
    {
        CleanReport report = new()
        {
            Kind = PageKind.Report,
            Charset = "utf-8",
            ClosingPhrase = "特此报告。",
            Blocks =
            [
                new Block(BlockRole.Other, null, 0, false, ["今年是开局之年。"]),
                new Block(BlockRole.Results, "一、普法成效", 1, true, ["信访与行政复议并重。", "行政复议收案下降。"]),
            ],
        };

        ReportTopics topics = Tagger.Tag(report);

        Assert.Equal(report.Lines.Count(), topics.Lines.Count);
        Assert.Equal([[], ["T25"], ["T17", "T21"], ["T17"], []], topics.Lines);
        Assert.Equal(["T17", "T21", "T25"], topics.All);
    }

    private static bool Overlap(string a, string b) =>
        a.Contains(b, StringComparison.Ordinal) || b.Contains(a, StringComparison.Ordinal);
}
