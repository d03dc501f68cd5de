using Spectre.Console;

namespace SearchEngine.Cli.Terminal;

/// <summary>
/// Where text for people goes. Results on standard output, everything beside them on standard error, so that standard
/// output stays the result's own. Into a pipe neither colours nor line breaks are put.
/// </summary>
internal static class Messages
{
    private const int PipeWidth = 100_000;

    public static IAnsiConsole Output { get; } = Create(Console.Out, Console.IsOutputRedirected);

    public static IAnsiConsole Error { get; } = Create(Console.Error, Console.IsErrorRedirected);

    public static void Say(string line) => Console.Error.WriteLine(line);

    private static IAnsiConsole Create(TextWriter writer, bool redirected)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = redirected ? AnsiSupport.No : AnsiSupport.Detect,
            // Bars ask nothing: a terminal to write to is enough, also for a child whose input is a pipe.
            Interactive = redirected ? InteractionSupport.No : InteractionSupport.Yes,
        });
        if (redirected)
            console.Profile.Width = PipeWidth;
        return console;
    }
}
