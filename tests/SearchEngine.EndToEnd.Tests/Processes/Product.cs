using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace SearchEngine.EndToEnd.Tests.Processes;

/// <summary>The built command line, run as a stranger would run it: a real process with arguments and an exit code.</summary>
internal sealed class Product : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "searchengine.dll");

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _errors = new();
    private readonly TaskCompletionSource<string> _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Product(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Append(_output, line.Data);
        process.ErrorDataReceived += (_, line) =>
        {
            Append(_errors, line.Data);
            if (line.Data?.StartsWith("网页已打开：", StringComparison.Ordinal) == true)
                _opened.TrySetResult(line.Data["网页已打开：".Length..].Split('（', ' ')[0]);
        };
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        process.StandardInput.Close();
    }

    public int Id => _process.Id;

    public string Errors
    {
        get
        {
            lock (_errors)
                return _errors.ToString();
        }
    }

    /// <summary>Starts a command; standard input is empty.</summary>
    public static Product Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.ArgumentList.Add(Program);
        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);
        return new Product(new Process { StartInfo = start });
    }

    /// <summary>Runs a command to its end.</summary>
    public static async Task<Outcome> RunAsync(params string[] arguments)
    {
        await using Product product = Start(arguments);
        return await product.EndAsync();
    }

    /// <summary>Runs a command with --json that must succeed, and reads its one document.</summary>
    public static async Task<JsonElement> JsonAsync(params string[] arguments)
    {
        Outcome outcome = await RunAsync([.. arguments, "--json"]);
        Assert.True(outcome.ExitCode == 0, outcome.Errors);
        return JsonSerializer.Deserialize<JsonElement>(outcome.Output);
    }

    /// <summary>The address of the pages, once the server listens.</summary>
    public async Task<string> AddressAsync()
    {
        Task ended = _process.WaitForExitAsync();
        Assert.True(await Task.WhenAny(_opened.Task, ended).WaitAsync(Patience) == _opened.Task, Errors);
        return await _opened.Task;
    }

    public async Task<Outcome> EndAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(patience.Token);
        lock (_output)
        {
            lock (_errors)
                return new Outcome(_process.ExitCode, _output.ToString(), _errors.ToString());
        }
    }

    /// <summary>kill -9.</summary>
    public void Kill() => _process.Kill(entireProcessTree: true);

    /// <summary>kill -9 of this process, its children left to themselves.</summary>
    public void KillAlone() => _process.Kill();

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private static void Append(StringBuilder text, string? line)
    {
        lock (text)
        {
            if (line is not null)
                text.Append(line).Append('\n');
        }
    }
}

/// <summary>What a command gave.</summary>
internal sealed record Outcome(int ExitCode, string Output, string Errors);
