using System.CommandLine;
using System.CommandLine.Invocation;

namespace SearchEngine.Cli.Terminal;

/// <summary>Prints the usage of a command in Chinese.</summary>
internal sealed class ChineseHelp : SynchronousCommandLineAction
{
    private const int DescriptionColumn = 30;

    public override int Invoke(ParseResult parseResult)
    {
        Command command = parseResult.CommandResult.Command;
        TextWriter output = parseResult.InvocationConfiguration.Output;
        output.WriteLine(command.Description);
        output.WriteLine();
        output.WriteLine("用法");
        output.WriteLine("  " + Usage(command));
        Section(output, "命令", command.Subcommands.Where(c => !c.Hidden).Select(c => (c.Name, c.Description)));
        Section(output, "参数", command.Arguments.Where(a => !a.Hidden).Select(a => (a.Name, a.Description)));
        Section(output, "选项", AllOptions(command).Select(o => (Name(o), o.Description)));
        if (command is RootCommand)
        {
            output.WriteLine();
            output.WriteLine("先试 searchengine demo：采集自带的样例网站，建索引，打开网页。");
        }

        return ExitCode.Done;
    }

    private static string Usage(Command command)
    {
        if (command is RootCommand)
            return "searchengine 命令 [选项]";
        IEnumerable<string> arguments = command.Arguments.Select(a =>
            a.Arity.MinimumNumberOfValues == 0 ? $"[{a.Name}]" : a.Arity.MaximumNumberOfValues > 1 ? $"{a.Name}…" : a.Name);
        return string.Join(' ', ["searchengine", command.Name, .. arguments, "[选项]"]);
    }

    private static IEnumerable<Option> AllOptions(Command command) =>
        command.Options.Concat(command.Parents.OfType<Command>().SelectMany(p => p.Options.Where(o => o.Recursive)))
            .Where(o => !o.Hidden);

    private static string Name(Option option)
    {
        string names = string.Join(", ", option.Aliases.Where(a => a.StartsWith('-') && a != "-?" && a != "-h").Prepend(option.Name));
        return option.ValueType == typeof(bool) || option.ValueType == typeof(void) ? names : $"{names} {option.HelpName ?? "值"}";
    }

    private static void Section(TextWriter output, string title, IEnumerable<(string Name, string? Description)> rows)
    {
        bool any = false;
        foreach ((string name, string? description) in rows)
        {
            if (!any)
            {
                output.WriteLine();
                output.WriteLine(title);
                any = true;
            }

            int width = name.Sum(c => c > 0x2e80 ? 2 : 1);
            output.WriteLine($"  {name}{new string(' ', Math.Max(2, DescriptionColumn - width))}{description}");
        }
    }
}
