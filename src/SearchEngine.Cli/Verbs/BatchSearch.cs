using SearchEngine.Cli.Terminal;
using SearchEngine.Search.Batch;
using SearchEngine.Search.Service;

namespace SearchEngine.Cli.Verbs;

/// <summary>Runs a file of queries and writes what is found in the form that retrieval scorers read (TREC run).</summary>
internal static class BatchSearch
{
    private const string RunName = "searchengine";

    public static int Run(SearchService service, string queries, string output, CancellationToken cancellation)
    {
        if (!File.Exists(queries))
            throw new WrongInputException($"没有“{queries}”这个文件。");
        using var writer = new StreamWriter(output);
        int number = 0, done = 0;
        foreach (string line in File.ReadLines(queries))
        {
            number++;
            if (line.Length == 0)
                continue;
            string[] cells = line.Split('\t', 2);
            if (cells.Length < 2)
                throw new WrongInputException($"{queries} 第 {number} 行没有制表符，应是：编号 制表符 检索词。");
            int rank = 0;
            foreach (RankedReport row in service.Rank(cells[1], cancellation))
                writer.WriteLine(FormattableString.Invariant($"{cells[0]} Q0 {row.Id} {++rank} {row.Score:R} {RunName}"));
            done++;
        }

        Messages.Say($"检索 {done} 条，结果写在 {output}。");
        return ExitCode.Done;
    }
}
