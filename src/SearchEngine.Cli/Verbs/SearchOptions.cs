using System.CommandLine;
using System.CommandLine.Parsing;
using SearchEngine.Search.Requests;

namespace SearchEngine.Cli.Verbs;

/// <summary>
/// The query and the options that narrow it: the same names for search and export as in the pages' addresses.
/// </summary>
internal sealed class SearchOptions
{
    private static readonly string[] SortNames = ["relevance", "year", "published", "occurrences", "region"];

    private readonly Argument<string[]> _query =
        new("检索词") { Description = "短语、布尔式或字段；几个词以空格相连即“与”", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<string[]> _region = Repeated("--region", "区划代码（可重复），如 370000", "代码");
    private readonly Option<string?> _year = Years("--year", "报告年度，如 2020..2024、2024、..2020、缺失");
    private readonly Option<string?> _published = Years("--published", "发布年份，写法同上");
    private readonly Option<string[]> _topic = Repeated("--topic", "主题编号（可重复），如 T19", "编号");
    private readonly Option<string[]> _block = Repeated("--block", "章节：成效、问题、第一责任人、计划、其他（可重复）", "章节");
    private readonly Option<string[]> _issuerKind =
        Repeated("--issuer-kind", "主体：政府、党委政府联合、部门、管委会、乡镇街道（可重复）", "主体");
    private readonly Option<string[]> _site = Repeated("--site", "来源网站（可重复）", "主机");
    private readonly Option<string[]> _exclude = Repeated("--exclude", "排除某个分面值（可重复），如 region=370000", "分面=值");
    private readonly Option<bool> _wide = new("--wide") { Description = "宽松：顿号和括号也忽略" };
    private readonly Option<string> _mode = new("--mode")
    {
        Description = "literal 字面（默认）或 related 相关",
        HelpName = "方式",
        DefaultValueFactory = _ => "literal",
    };

    private readonly Option<string> _sort = new("--sort")
    {
        Description = "relevance、year、published、occurrences 或 region",
        HelpName = "次序",
        DefaultValueFactory = _ => "relevance",
    };

    /// <summary>Puts the query and the options on a verb.</summary>
    public void AddTo(Command command)
    {
        command.Add(_query);
        Option[] options =
            [_region, _year, _published, _topic, _block, _issuerKind, _site, _exclude, _wide, _mode, _sort];
        foreach (Option option in options)
            command.Add(option);
        command.Validators.Add(NoUnknownOption);
    }

    /// <summary>The request as typed, all hits of it.</summary>
    /// <exception cref="Terminal.WrongInputException">A value cannot be.</exception>
    public SearchRequest Read(ParseResult parsed) => new()
    {
        Query = string.Join(' ', parsed.GetValue(_query) ?? []),
        Regions = RequestValues.Regions(parsed.GetValue(_region) ?? []),
        Year = RequestValues.Years("--year", parsed.GetValue(_year)),
        Published = RequestValues.Years("--published", parsed.GetValue(_published)),
        Topics = RequestValues.Topics(parsed.GetValue(_topic) ?? []),
        Blocks = RequestValues.Blocks(parsed.GetValue(_block) ?? []),
        IssuerKinds = RequestValues.IssuerKinds(parsed.GetValue(_issuerKind) ?? []),
        Sites = parsed.GetValue(_site) ?? [],
        Exclude = [.. (parsed.GetValue(_exclude) ?? []).Select(RequestValues.Exclusion)],
        Wide = parsed.GetValue(_wide),
        RelatedMode = RequestValues.OneOf("--mode", parsed.GetRequiredValue(_mode), ["literal", "related"]) == 1,
        Sort = (SortOrder)RequestValues.OneOf("--sort", parsed.GetRequiredValue(_sort), SortNames),
    };

    // A mistyped option would otherwise be searched for. What really begins with two dashes goes behind " -- ".
    private static void NoUnknownOption(CommandResult result)
    {
        string? unknown = result.Tokens
            .Concat(result.Children.OfType<ArgumentResult>().SelectMany(argument => argument.Tokens))
            .Select(token => token.Value).FirstOrDefault(value => value.StartsWith("--", StringComparison.Ordinal));
        if (unknown is not null && !Environment.GetCommandLineArgs().Contains("--"))
            result.AddError($"命令 {result.Command.Name} 没有选项 {unknown}；以减号开头的检索词请写在 -- 之后。");
    }

    private static Option<string[]> Repeated(string name, string description, string helpName) =>
        new(name) { Description = description, HelpName = helpName, Arity = ArgumentArity.OneOrMore };

    private static Option<string?> Years(string name, string description) =>
        new(name) { Description = description, HelpName = "A..B" };
}
