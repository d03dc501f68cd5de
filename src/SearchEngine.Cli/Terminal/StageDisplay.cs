using SearchEngine.Ingest;
using Spectre.Console;

namespace SearchEngine.Cli.Terminal;

/// <summary>
/// Shows the stages on standard error: a bar each where that is a terminal, a line for every tenth part where it is not.
/// </summary>
internal static class StageDisplay
{
    private const int MaxCurrentLength = 40;

    /// <summary>
    /// Runs the work with a progress receiver. What the work returns is told afterwards, when the bars stand still, and gives the
    /// exit code.
    /// </summary>
    public static async Task<int> RunAsync(Func<IProgress<StageProgress>, Task<Func<int>>> work)
    {
        Func<int> tell = Console.IsErrorRedirected
            ? await work(new Lines()).ConfigureAwait(false)
            : await Messages.Error.Progress()
                .AutoClear(false)
                .Columns(
                    new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(),
                    new ElapsedTimeColumn())
                .StartAsync(context => work(new Bars(context))).ConfigureAwait(false);
        return tell();
    }

    private static string Short(string text) => text.Length <= MaxCurrentLength ? text : string.Concat(text.AsSpan(0, MaxCurrentLength), "…");

    private sealed class Bars(ProgressContext context) : IProgress<StageProgress>
    {
        private readonly Dictionary<string, ProgressTask> _tasks = [];

        public void Report(StageProgress value)
        {
            lock (_tasks)
            {
                if (!_tasks.TryGetValue(value.Stage, out ProgressTask? task))
                    _tasks[value.Stage] = task = context.AddTask(value.Stage);
                task.IsIndeterminate = value.Total == 0;
                task.MaxValue = Math.Max(1, value.Total);
                task.Value = value.Done;
                task.Description = Markup.Escape(value.Done == value.Total || value.Total == 0
                    ? $"{value.Stage} {value.Done}"
                    : $"{value.Stage} {value.Done}/{value.Total} {Short(value.Current)}");
            }
        }
    }

    private sealed class Lines : IProgress<StageProgress>
    {
        private const int Parts = 10;
        private const int Every = 1000;
        private readonly Dictionary<string, long> _shown = [];

        public void Report(StageProgress value)
        {
            lock (_shown)
            {
                long part = value.Total > 0 ? value.Done * Parts / value.Total : value.Done / Every;
                if (_shown.TryGetValue(value.Stage, out long shown) && shown == part && value.Done != value.Total)
                    return;
                if (_shown.GetValueOrDefault(value.Stage, -1) == Parts && value.Done == value.Total)
                    return;
                _shown[value.Stage] = part;
                Messages.Say(value.Total > 0 ? $"{value.Stage} {value.Done}/{value.Total}" : $"{value.Stage} {value.Done}");
            }
        }
    }
}
