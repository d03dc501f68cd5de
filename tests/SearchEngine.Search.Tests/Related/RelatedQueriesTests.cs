using SearchEngine.Analysis.Segmentation;
using SearchEngine.Index.Query;
using SearchEngine.Search.Related;
using SearchEngine.TestKit;

namespace SearchEngine.Search.Tests.Related;

public sealed class RelatedQueriesTests
{
    [Theory]
    [InlineData("如何减少行政机关败诉？", "减少|行政|机关|败诉|？")]
    [InlineData("个体工商户的诉讼主体是什么", "个体|工商户|的|诉讼|主体|是")]
    [InlineData("村委会可否收回承包地吗", "村委会|收回|承包地")]
    [InlineData("府院联动", "府院联动")]
    [InlineData("", "")]
    public void Words_that_ask_weigh_nothing(string text, string weighing)
    {
        RelatedQuery query = RelatedQueries.Shipped.Of(text);

        Assert.Equal(weighing, string.Join('|', query.Words.Where(word => word.Weight > 0).Select(word => text[word.Start..word.End])));
        Assert.All(query.Words, word => Assert.True(word.Weight is 0 or 1));
    }

    [Fact]
    public void Words_lie_end_to_end_whatever_the_text()
    {
        RandomSeed seed = RandomSeed.Next();
        Random random = seed.Create();
        for (int i = 0; i < 500; i++)
        {
            string text = string.Concat(Enumerable.Range(0, random.Next(30)).Select(_ => (char)random.Next(char.MaxValue + 1)));
            int at = 0;
            foreach (RelatedWord word in RelatedQueries.Shipped.Of(text).Words)
            {
                Assert.True(word.Start == at && word.End > at, $"{text}; {seed}");
                at = word.End;
            }

            Assert.True(at == text.Length, $"{text}; {seed}");
        }
    }

    [Fact]
    public void A_new_word_changes_the_words_and_nothing_else()
    {
        const string Text = "榴乡诉递怎么办理";
        RelatedQueries with = new(() => new Segmenter(["榴乡诉递"]));

        RelatedQuery shipped = RelatedQueries.Shipped.Of(Text, share: 0.25);
        RelatedQuery added = with.Of(Text, share: 0.25);

        Assert.NotEqual(shipped.Words, added.Words);
        Assert.Equal(new RelatedWord(0, 4, 1), added.Words[0]);
        Assert.Equal(shipped with { Words = [] }, added with { Words = [] });
    }
}
