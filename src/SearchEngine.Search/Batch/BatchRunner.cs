using SearchEngine.Search.Service;

namespace SearchEngine.Search.Batch;

/// <summary>Runs a file of queries for the evaluation of rankings.</summary>
/// <param name="service">What ranks.</param>
/// <param name="depth">Rows for each query at most.</param>
public sealed class BatchRunner(SearchService service, int depth = BatchRunner.DefaultDepth)
{
    /// <summary>As tools for TREC expect it.</summary>
    public const int DefaultDepth = 1_000;

    /// <summary>The rankings of all queries, one after the other, lazily.</summary>
    /// <param name="lines">Query id, a tab, the text; empty lines are passed over.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    /// <exception cref="FormatException">A line has no tab; the message names the line in Chinese.</exception>
    public IEnumerable<BatchRow> Run(IEnumerable<string> lines, CancellationToken cancellation)
    {
        int number = 0;
        foreach (string line in lines)
        {
            number++;
            if (line.Length == 0)
                continue;
            int tab = line.IndexOf('\t', StringComparison.Ordinal);
            if (tab <= 0)
                throw new FormatException($"第 {number} 行读不出来：应是编号、制表符、检索文字。");
            IReadOnlyList<RankedReport> ranking = service.Rank(line[(tab + 1)..], depth, cancellation);
            // A ranking that was stopped is not the query's.
            cancellation.ThrowIfCancellationRequested();
            foreach ((int rank, RankedReport report) in ranking.Index())
                yield return new BatchRow(line[..tab], report.Id, rank + 1, report.Score);
        }
    }
}
