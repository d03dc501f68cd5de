using SearchEngine.Reports.Versions;

namespace SearchEngine.Reports.Tests.Versions;

public sealed class TextDiffTests
{
    [Fact]
    public void A_changed_number_is_one_removed_and_one_added_number()
    {
        SentenceChange change = Assert.Single(TextDiff.Compare(
            "全年受理行政复议案件1,024件。办结率98.5%。\n另起一段。", "全年受理行政复议案件1,042件。办结率98.5%。\n另起一段。"));

        Assert.Equal(
            [
                new DiffRun(DiffKind.Same, "全年受理行政复议案件"),
                new DiffRun(DiffKind.Removed, "1,024"),
                new DiffRun(DiffKind.Added, "1,042"),
                new DiffRun(DiffKind.Same, "件。"),
            ],
            change.Runs);
    }

    [Fact]
    public void Equal_texts_differ_in_nothing()
    {
        Assert.Empty(TextDiff.Compare("一句。\n两句。", "一句。两句。"));
    }

    [Fact]
    public void A_new_sentence_and_a_dropped_one_are_shown_whole()
    {
        IReadOnlyList<SentenceChange> changes = TextDiff.Compare("甲乙丙丁。戊己庚辛。", "甲乙丙丁。子丑寅卯。");

        Assert.Equal(
            [new DiffRun(DiffKind.Removed, "戊己庚辛。"), new DiffRun(DiffKind.Added, "子丑寅卯。")],
            changes.SelectMany(change => change.Runs));
    }

    [Fact]
    public void The_runs_give_back_both_texts_for_random_edits()
    {
        int seed = Environment.TickCount;
        Random random = new(seed);
        for (int round = 0; round < 300; round++)
        {
            string[] older = [.. Enumerable.Range(0, random.Next(12)).Select(_ => Sentence(random))];
            List<string> newer = [.. older];
            for (int edit = random.Next(4); edit > 0 && newer.Count > 0; edit--)
                newer[random.Next(newer.Count)] = Sentence(random);

            DiffRun[] runs = [.. TextDiff.Compare(string.Concat(older), string.Concat(newer)).SelectMany(change => change.Runs)];

            // What stayed outside the changed sentences is in both texts, so lengths tell it apart.
            int removed = runs.Where(run => run.Kind == DiffKind.Removed).Sum(run => run.Text.Length);
            int added = runs.Where(run => run.Kind == DiffKind.Added).Sum(run => run.Text.Length);
            Assert.True(
                older.Sum(s => s.Length) - removed == newer.Sum(s => s.Length) - added, $"seed {seed}, round {round}");
            Assert.True(older.SequenceEqual(newer) == (runs.Length == 0), $"seed {seed}, round {round}");
        }
    }

    [Fact]
    public void Texts_far_beyond_honest_ones_are_compared_in_bounded_time()
    {
        string older = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"句{i}。"));
        string newer = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"段{i}。"));

        Assert.NotEmpty(TextDiff.Compare(older[..60_000], newer[..60_000]));
    }

    private static string Sentence(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ => "依法行政12复议"[random.Next(8)])) + "。";
}
