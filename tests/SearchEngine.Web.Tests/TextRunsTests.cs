using SearchEngine.Web.Features.Shared;

namespace SearchEngine.Web.Tests;

public sealed class TextRunsTests
{
    [Fact]
    public void Runs_joined_are_the_text_whatever_the_ranges()
    {
        int seed = Environment.TickCount;
        Random random = new(seed);
        for (int round = 0; round < 20_000; round++)
        {
            string text = new([.. Enumerable.Range(0, random.Next(30)).Select(_ => (char)random.Next('a', 'z'))]);
            List<TextMark> marks = [.. Enumerable.Range(0, random.Next(6)).Select(_ =>
                new TextMark(random.Next(-5, 40), random.Next(-5, 40), (MarkKind)random.Next(1, 5), "h"))];
            List<(int, int)> leads = text.Length > 4 ? [(1, 2), (3, text.Length - 1)] : [];

            IReadOnlyList<TextRun> runs = TextRuns.Of(text, marks, leads);

            string where = $"seed {seed}, round {round}";
            Assert.True(text == string.Concat(runs.Select(run => run.Text)), where);
            Assert.True(runs.All(run => run.Text.Length > 0), where);
            int cut = random.Next(0, text.Length + 1);
            (IReadOnlyList<TextRun> before, IReadOnlyList<TextRun> after) = TextRuns.Split(runs, cut);
            Assert.True(text[..cut] == string.Concat(before.Select(run => run.Text)), where);
            Assert.True(text[cut..] == string.Concat(after.Select(run => run.Text)), where);
        }
    }

    [Fact]
    public void Overlapping_hits_keep_an_anchor_each()
    {
        IReadOnlyList<TextRun> runs = TextRuns.Of(
            "aaa", [new TextMark(0, 2, MarkKind.Literal, "h1"), new TextMark(1, 3, MarkKind.Literal, "h2")]);

        Assert.Equal([("a", "h1"), ("aa", "h2")], runs.Select(run => (run.Text, run.Anchor)));
    }
}
