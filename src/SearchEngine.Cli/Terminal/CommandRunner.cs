using System.CommandLine;
using System.CommandLine.Help;
using System.Diagnostics.CodeAnalysis;

namespace SearchEngine.Cli.Terminal;

/// <summary>Parses the command line, runs the verb, and turns every failure into one sentence and an exit code.</summary>
internal static class CommandRunner
{
    // Ctrl+C: requests are answered, files closed and child processes ended before the process goes.
    private static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(10);

    [SuppressMessage("Design", "CA1031", Justification = "The process loop: whatever happens ends in one sentence and an exit code.")]
    public static async Task<int> RunAsync(RootCommand root, string[] args)
    {
        foreach (HelpOption help in root.Options.OfType<HelpOption>())
        {
            help.Description = "显示用法";
            help.Action = new ChineseHelp();
        }

        foreach (VersionOption version in root.Options.OfType<VersionOption>())
            version.Description = "显示版本";

        if (args.Length == 0)
            args = ["--help"];
        ParseResult parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0 && parsed.Action is not ChineseHelp)
            return Complain(UsageErrors.Describe(parsed), ExitCode.WrongInput);
        try
        {
            var configuration = new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = TimeToStop,
            };
            return await parsed.InvokeAsync(configuration).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return Complain("已停止。再执行同一条命令会接着做。", ExitCode.Stopped);
        }
        catch (Exception error)
        {
            Failure failure = Failure.Of(error);
            return Complain(failure.Message, failure.ExitCode);
        }
    }

    private static int Complain(string message, int exitCode)
    {
        Console.Error.WriteLine(message);
        return exitCode;
    }
}
