using SearchEngine.Search.Batch;

namespace SearchEngine.Search.Tests.Batch;

public sealed class BatchRunnerTests
{
    [Fact]
    public void Ranks_every_query_of_a_file_best_first()
    {
        using TestIndex index = TestIndex.Of(
            [Reports.Saying("a", "府院联动，化解行政争议。"), Reports.Saying("b", "行政争议。"), Reports.Saying("c", "营商环境。")]);

        BatchRow[] rows = [.. new BatchRunner(index.Service).Run(["q1\t府院联动化解行政争议", "", "q2\t营商环境"], TestContext.Current.CancellationToken)];

        Assert.Equal(("q1", "a", 1), (rows[0].QueryId, rows[0].DocumentId, rows[0].Rank));
        Assert.Equal(["c"], rows.Where(row => row.QueryId == "q2").Select(row => row.DocumentId));
        Assert.All(rows.Zip(rows.Skip(1)), pair => Assert.True(pair.First.QueryId != pair.Second.QueryId || pair.First.Score >= pair.Second.Score));
    }

    [Fact]
    public void Gives_no_more_rows_of_a_query_than_were_asked_for()
    {
        using TestIndex index = TestIndex.Of(
            [Reports.Saying("a", "府院联动，化解行政争议。"), Reports.Saying("b", "行政争议。"), Reports.Saying("c", "行政复议。")]);

        string[] all = [.. Ranked(BatchRunner.DefaultDepth)];
        Assert.Equal(3, all.Length);
        Assert.Equal(all.Take(2), Ranked(2));
        Assert.Empty(Ranked(0));

        IEnumerable<string> Ranked(int depth) =>
            new BatchRunner(index.Service, depth).Run(["q1\t化解行政争议"], TestContext.Current.CancellationToken).Select(row => row.DocumentId);
    }

    [Fact]
    public void A_run_that_is_stopped_gives_no_ranking_that_is_cut_short()
    {
        using TestIndex index = TestIndex.Of([Reports.Saying("a", "行政争议。")]);
        using var stop = new CancellationTokenSource();
        using IEnumerator<BatchRow> rows =
            new BatchRunner(index.Service).Run(["q1\t行政争议", "q2\t行政争议"], stop.Token).GetEnumerator();
        Assert.True(rows.MoveNext());

        stop.Cancel();

        Assert.Throws<OperationCanceledException>(() => rows.MoveNext());
    }

    [Fact]
    public void Names_the_line_that_cannot_be_read()
    {
        using TestIndex index = TestIndex.Of([Reports.Saying("a", "文。")]);

        FormatException error = Assert.Throws<FormatException>(
            () => new BatchRunner(index.Service).Run(["q1\t文", "没有制表符"], TestContext.Current.CancellationToken).ToArray());

        Assert.Contains("第 2 行", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Writes_a_row_as_tools_for_trec_read_it() =>
        Assert.Equal("q1 Q0 a 3 1.25 run", new BatchRow("q1", "a", 3, 1.25).ToTrec("run"));
}
