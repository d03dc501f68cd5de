using System.CommandLine;
using SearchEngine.Cli.Terminal;
using SearchEngine.Search.Answers;
using SearchEngine.Search.Batch;
using SearchEngine.Search.Requests;
using SearchEngine.Search.Service;

namespace SearchEngine.Cli.Verbs;

/// <summary>search: one query, or a file of them.</summary>
internal static class SearchVerb
{
    public static Command Create()
    {
        var options = new SearchOptions();
        var from = new Option<int>("--from") { Description = "跳过前 N 篇", HelpName = "N" };
        var limit = new Option<int>("--limit") { Description = "最多列出 N 篇；批量检索不写时每条 1000 篇", HelpName = "N", DefaultValueFactory = _ => 10 };
        var explain = new Option<bool>("--explain") { Description = "说明每篇的得分" };
        var batch = new Option<string?>("--batch") { Description = "检索词文件，每行：编号 制表符 检索词", HelpName = "文件.tsv" };
        var trec = new Option<string?>("--trec") { Description = "批量结果写成 TREC 格式的文件", HelpName = "文件" };
        Option<string> store = CommonOptions.Store();
        Option<bool> json = CommonOptions.Json();
        var command = new Command("search", "检索：篇数、处数、分面和带上下文的段落");
        options.AddTo(command);
        foreach (Option option in (Option[])[from, limit, explain, batch, trec, store, json])
            command.Add(option);
        command.SetAction(async (parsed, cancellation) =>
        {
            if (parsed.GetValue(batch) is { } queries)
            {
                string output = parsed.GetValue(trec) ?? throw new WrongInputException("--batch 要和 --trec 一起用，以说明结果写到哪里。");
                int depth = parsed.GetResult(limit) is { Implicit: false }
                    ? RequestValues.NotNegative("--limit", parsed.GetValue(limit))
                    : BatchRunner.DefaultDepth;
                using SearchService ranking = OpenStore.Service(parsed.GetRequiredValue(store));
                return await BatchSearch.RunAsync(ranking, queries, output, depth, cancellation).ConfigureAwait(false);
            }

            SearchRequest request = options.Read(parsed) with
            {
                From = RequestValues.NotNegative("--from", parsed.GetValue(from)),
                Limit = RequestValues.NotNegative("--limit", parsed.GetValue(limit)),
                Explain = parsed.GetValue(explain),
            };
            using SearchService service = OpenStore.Service(parsed.GetRequiredValue(store));
            SearchAnswer answer = service.Search(request, cancellation);
            if (parsed.GetValue(json))
                SearchPrinter.PrintJson(answer);
            if (answer is { Unreadable: true, Error: { } error })
                throw new WrongInputException(error.Message);
            if (!parsed.GetValue(json))
                SearchPrinter.Print(answer, request);
            return ExitCode.Done;
        });
        return command;
    }
}
