using SearchEngine.Reports.Model;

namespace SearchEngine.Reports.Tests.Model;

public sealed class EvidenceWordingTests
{
    [Theory]
    [InlineData("field block 发布日期", "信息栏“发布日期”")]
    [InlineData("meta pubdate，票数较少", "网页元数据“pubdate”，票数较少")]
    [InlineData("text line，合并断行", "正文上方的一行，合并断行")]
    [InlineData("h1", "1级标题")]
    [InlineData("h2，得分较低", "2级标题，得分较低")]
    [InlineData("title，得分较低", "浏览器标题，得分较低")]
    [InlineData("from url：只作推定，不作发布日期", "网址：只作推定，不作发布日期")]
    [InlineData("time datetime", "时间标记")]
    [InlineData("早于报告年度2024年，相差7年，模板残留", "早于报告年度2024年，相差7年，模板残留")]
    public void The_words_of_the_json_are_said_in_chinese(string words, string said) =>
        Assert.Equal(said, EvidenceWording.Of(words));

    [Fact]
    public void A_field_without_a_word_keeps_its_name() =>
        Assert.Equal(("发布日期", "unheard"), (EvidenceWording.Field("published"), EvidenceWording.Field("unheard")));

    [Theory]
    [InlineData(0.98, "很有把握")]
    [InlineData(0.8, "较有把握")]
    [InlineData(0.6, "推测")]
    public void Confidence_has_a_word(double confidence, string word) =>
        Assert.Equal(word, EvidenceWording.Confidence(confidence));
}
