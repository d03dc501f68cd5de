using System.CommandLine;
using System.CommandLine.Parsing;
using SearchEngine.Cli.Terminal;
using SearchEngine.Search.Answers;
using SearchEngine.Search.Requests;
using SearchEngine.Search.Service;

namespace SearchEngine.Cli.Verbs;

/// <summary>search: one query, or a file of them.</summary>
internal static class SearchVerb
{
    private static readonly string[] SortNames = ["relevance", "year", "published", "occurrences", "region"];

    public static Command Create()
    {
        var query = new Argument<string[]>("检索词") { Description = "短语、布尔式或字段；几个词以空格相连即“与”", Arity = ArgumentArity.ZeroOrMore };
        Option<string[]> region = Repeated("--region", "区划代码（可重复），如 370000", "代码");
        Option<string?> year = Years("--year", "报告年度，如 2020..2024、2024、..2020、缺失");
        Option<string?> published = Years("--published", "发布年份，写法同上");
        Option<string[]> topic = Repeated("--topic", "主题编号（可重复），如 T19", "编号");
        Option<string[]> block = Repeated("--block", "章节：成效、问题、第一责任人、计划、其他（可重复）", "章节");
        Option<string[]> issuerKind = Repeated("--issuer-kind", "主体：政府、党委政府联合、部门、管委会、乡镇街道（可重复）", "主体");
        Option<string[]> site = Repeated("--site", "来源网站（可重复）", "主机");
        Option<string[]> exclude = Repeated("--exclude", "排除某个分面值（可重复），如 region=370000", "分面=值");
        var wide = new Option<bool>("--wide") { Description = "宽松：顿号和括号也忽略" };
        var mode = new Option<string>("--mode")
        {
            Description = "literal 字面（默认）或 related 相关",
            HelpName = "方式",
            DefaultValueFactory = _ => "literal",
        };
        var sort = new Option<string>("--sort")
        {
            Description = "relevance、year、published、occurrences 或 region",
            HelpName = "次序",
            DefaultValueFactory = _ => "relevance",
        };
        var from = new Option<int>("--from") { Description = "跳过前 N 篇", HelpName = "N" };
        var limit = new Option<int>("--limit") { Description = "最多列出 N 篇", HelpName = "N", DefaultValueFactory = _ => 10 };
        var explain = new Option<bool>("--explain") { Description = "说明每篇的得分" };
        var batch = new Option<string?>("--batch") { Description = "检索词文件，每行：编号 制表符 检索词", HelpName = "文件.tsv" };
        var trec = new Option<string?>("--trec") { Description = "批量结果写成 TREC 格式的文件", HelpName = "文件" };
        Option<string> store = CommonOptions.Store();
        Option<bool> json = CommonOptions.Json();
        var command = new Command("search", "检索：篇数、处数、分面和带上下文的段落")
        {
            query, region, year, published, topic, block, issuerKind, site, exclude, wide, mode, sort, from, limit, explain,
            batch, trec, store, json,
        };
        command.Validators.Add(NoUnknownOption);
        command.SetAction((parsed, cancellation) =>
        {
            if (parsed.GetValue(batch) is { } queries)
            {
                string output = parsed.GetValue(trec) ?? throw new WrongInputException("--batch 要和 --trec 一起用，以说明结果写到哪里。");
                using SearchService ranking = OpenStore.Service(parsed.GetRequiredValue(store));
                return Task.FromResult(BatchSearch.Run(ranking, queries, output, cancellation));
            }

            var request = new SearchRequest
            {
                Query = string.Join(' ', parsed.GetValue(query) ?? []),
                Regions = parsed.GetValue(region) ?? [],
                Year = RequestValues.Years("--year", parsed.GetValue(year)),
                Published = RequestValues.Years("--published", parsed.GetValue(published)),
                Topics = parsed.GetValue(topic) ?? [],
                Blocks = RequestValues.Blocks(parsed.GetValue(block) ?? []),
                IssuerKinds = RequestValues.IssuerKinds(parsed.GetValue(issuerKind) ?? []),
                Sites = parsed.GetValue(site) ?? [],
                Exclude = [.. (parsed.GetValue(exclude) ?? []).Select(RequestValues.Exclusion)],
                Wide = parsed.GetValue(wide),
                RelatedMode = RequestValues.OneOf("--mode", parsed.GetRequiredValue(mode), ["literal", "related"]) == 1,
                Sort = (SortOrder)RequestValues.OneOf("--sort", parsed.GetRequiredValue(sort), SortNames),
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
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    // A mistyped option would otherwise be searched for. What really begins with two dashes goes behind " -- ".
    private static void NoUnknownOption(CommandResult result)
    {
        string? unknown = result.Tokens.Concat(result.Children.OfType<ArgumentResult>().SelectMany(argument => argument.Tokens))
            .Select(token => token.Value).FirstOrDefault(value => value.StartsWith("--", StringComparison.Ordinal));
        if (unknown is not null && !Environment.GetCommandLineArgs().Contains("--"))
            result.AddError($"命令 search 没有选项 {unknown}；以减号开头的检索词请写在 -- 之后。");
    }

    private static Option<string[]> Repeated(string name, string description, string helpName) =>
        new(name) { Description = description, HelpName = helpName, Arity = ArgumentArity.OneOrMore, AllowMultipleArgumentsPerToken = false };

    private static Option<string?> Years(string name, string description) =>
        new(name) { Description = description, HelpName = "A..B" };
}
