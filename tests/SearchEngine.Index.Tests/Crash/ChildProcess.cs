using System.Diagnostics;
using System.Globalization;
using SearchEngine.IndexingChild;

namespace SearchEngine.Index.Tests.Crash;

/// <summary>A process that indexes until it is killed, and the commits that it has reported.</summary>
internal sealed class ChildProcess : IDisposable
{
    private readonly Process _process;
    private readonly TaskCompletionSource _paused = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _reading;

    private ChildProcess(Process process)
    {
        _process = process;
        _reading = Task.Run(ReadAsync);
    }

    /// <summary>The last commit that was reported; −1 for none.</summary>
    public int Acknowledged { get; private set; } = -1;

    /// <summary>Ends when the process has come to its pause point, or has ended.</summary>
    public Task Paused => _paused.Task;

    public static ChildProcess Write(string folder, int seed, int threads, string? pauseAt = null)
    {
        ProcessStartInfo start = Start(
            "write", folder, seed.ToString(CultureInfo.InvariantCulture), threads.ToString(CultureInfo.InvariantCulture));
        start.Environment["INDEXING_CHILD_PAUSE"] = pauseAt ?? "";
        return new ChildProcess(Process.Start(start)!);
    }

    /// <summary>What the process says about random corpora; variables switch instructions of the machine off.</summary>
    public static async Task<string> AnswersAsync(int seed, int count, params (string Name, string Value)[] variables)
    {
        ProcessStartInfo start = Start(
            "answers", seed.ToString(CultureInfo.InvariantCulture), count.ToString(CultureInfo.InvariantCulture));
        foreach ((string name, string value) in variables)
            start.Environment[name] = value;
        using Process process = Process.Start(start)!;
        string answer = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? answer.Trim()
            : throw new InvalidOperationException($"The child ended with {process.ExitCode}.");
    }

    /// <summary>Ends by itself when the process has, else after so long.</summary>
    public async Task RunForAsync(TimeSpan time)
    {
        using CancellationTokenSource end = new(time);
        try
        {
            await _process.WaitForExitAsync(end.Token);
        }
        catch (OperationCanceledException)
        {
            // The usual end: it is still writing.
        }
    }

    /// <summary>kill -9, and waits until all that the process had said is read.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        await _reading;
    }

    public void Dispose() => _process.Dispose();

    private async Task ReadAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line == "paused")
                _paused.TrySetResult();
            // A kill may cut a line short; only a whole one was acknowledged, and only ReadLine's last can be cut.
            else if (line.Split(' ') is ["commit", { } number] && int.TryParse(number, out int commit)
                && commit > Acknowledged)
                Acknowledged = commit;
        }

        _paused.TrySetResult();
    }

    private static ProcessStartInfo Start(params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet") { RedirectStandardOutput = true, RedirectStandardInput = true };
        start.ArgumentList.Add(typeof(EndlessIndexing).Assembly.Location);
        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);
        return start;
    }
}
