using System.Diagnostics;
using System.Reflection;

namespace SearchEngine.Cli.Terminal;

/// <summary>This program once more, as a child: ends with its parent, and is ended when the parent is done with it.</summary>
internal sealed class OwnProcess : IAsyncDisposable
{
    private readonly Process _process;

    private OwnProcess(Process process) => _process = process;

    /// <summary>Where the child's standard output goes.</summary>
    public enum Output
    {
        Inherit,
        Read,
    }

    public static OwnProcess Start(Output output, params string[] arguments)
    {
        string program = Environment.ProcessPath ?? throw new InvalidOperationException("The program's own path is not known.");
        var start = new ProcessStartInfo(program)
        {
            RedirectStandardOutput = output == Output.Read,
            // A pipe that ends when this process ends, however it ends.
            RedirectStandardInput = true,
            UseShellExecute = false,
        };

        // Started as `dotnet searchengine.dll`, the program is dotnet and the assembly its first argument.
        if (Path.GetFileNameWithoutExtension(program) == "dotnet")
            start.ArgumentList.Add(Assembly.GetExecutingAssembly().Location);
        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);
        return new OwnProcess(Process.Start(start) ?? throw new InvalidOperationException($"{arguments[0]} did not start."));
    }

    public async Task<string?> ReadLineAsync(CancellationToken cancellation) =>
        await _process.StandardOutput.ReadLineAsync(cancellation).ConfigureAwait(false);

    /// <summary>The child's exit code.</summary>
    public async Task<int> WaitAsync(CancellationToken cancellation)
    {
        await _process.WaitForExitAsync(cancellation).ConfigureAwait(false);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync().ConfigureAwait(false);
        }

        _process.Dispose();
    }
}
