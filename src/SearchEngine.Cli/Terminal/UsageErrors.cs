using System.CommandLine;
using System.CommandLine.Parsing;

namespace SearchEngine.Cli.Terminal;

/// <summary>Says in Chinese what is wrong with a command line, and how to see what is right.</summary>
internal static class UsageErrors
{
    public static string Describe(ParseResult parsed)
    {
        Command command = parsed.CommandResult.Command;
        string help = command is RootCommand ? "searchengine --help" : $"searchengine {command.Name} --help";
        return $"{What(parsed, command)}用法见 {help}。";
    }

    private static string What(ParseResult parsed, Command command)
    {
        if (parsed.UnmatchedTokens is [{ } unknown, ..])
        {
            return command is RootCommand
                ? $"没有“{unknown}”这个命令。"
                : unknown.StartsWith('-')
                    ? $"命令 {command.Name} 没有选项 {unknown}；以减号开头的检索词请写在 -- 之后。"
                    : $"命令 {command.Name} 不认识“{unknown}”。";
        }

        ParseError error = parsed.Errors[0];
        return error.SymbolResult switch
        {
            OptionResult { Tokens.Count: 0 } option => $"选项 {option.Option.Name} 后面缺少值。",
            OptionResult option when HasChinese(error.Message) => $"选项 {option.Option.Name}：{error.Message}",
            OptionResult { Option: Option<int> or Option<int?> } option =>
                $"选项 {option.Option.Name} 的值“{option.Tokens[0].Value}”不对，应是不小于 0 的整数。",
            OptionResult option => $"选项 {option.Option.Name} 的值“{option.Tokens[0].Value}”不对。",
            ArgumentResult argument when HasChinese(error.Message) => error.Message,
            ArgumentResult argument => $"缺少参数 {argument.Argument.Name}。",
            CommandResult when HasChinese(error.Message) => error.Message,
            CommandResult when command.Subcommands.Count > 0 => "要说明做什么。",
            CommandResult => $"命令 {command.Name} 缺少参数。",
            _ => "命令写得不对。",
        };
    }

    private static bool HasChinese(string text) => text.Any(c => c is >= '\u4e00' and <= '\u9fff');
}
