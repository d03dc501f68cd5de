using System.CommandLine;
using System.Text.Json;
using SearchEngine.Cli.Terminal;
using SearchEngine.Samples;

namespace SearchEngine.Cli.Verbs;

/// <summary>
/// serve-samples: the shipped sample sites on loopback, for demo and tests. Prints one line of JSON with the start pages and
/// runs until its standard input ends, so that it never outlives the process that asked for it.
/// </summary>
internal static class ServeSamplesVerb
{
    public const string Name = "serve-samples";

    public static Command Create()
    {
        var command = new Command(Name, "在本机提供自带的样例网站") { Hidden = true };
        command.SetAction(async (_, cancellation) =>
        {
            await using SampleServer server = await SampleServer.StartAsync(cancellation).ConfigureAwait(false);
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(server.Sites.Select(site => site.StartUri))).ConfigureAwait(false);
            await Console.In.ReadToEndAsync(cancellation).ConfigureAwait(false);
            return ExitCode.Done;
        });
        return command;
    }
}
