using System.Text;
using SearchEngine.Reports.Model;
using SearchEngine.TestKit;

namespace SearchEngine.Cleaning.Tests.Grid;

/// <summary>
/// Cleans pages put together from frames, articles, bylines, cards, metas and markup in the habits of many sites, and
/// scores them as the acceptance scores real pages. AMOUNT_L1 sets how often every frame meets every
/// article, SEARCHENGINE_SEED where the draw begins.
/// </summary>
public sealed class GridTests
{
    private const int Rounds = 2, Seed = 20_260_101;

    private const string Address = "https://www.yunxi.example/c1/202403/t20240312_88.html";

    // The targets of the acceptance on real pages; invention counts against a page whatever else is right.
    private static readonly Dictionary<string, double> Targets = new()
    {
        ["kind"] = 0.995,
        ["F1"] = 0.995,
        ["starts"] = 0.99,
        ["ends"] = 0.97,
        ["title"] = 0.97,
        ["date"] = 0.97,
        ["source"] = 0.95,
        ["number"] = 0.97,
        ["index"] = 0.97,
        ["written"] = 0.97,
        ["furniture"] = 0.99,
        ["invented"] = 0.99,
    };

    [Fact]
    public void Pages_of_the_grid_meet_the_targets_of_the_acceptance()
    {
        int rounds = Amount.Of("L1", Rounds);
        int seed = int.TryParse(Environment.GetEnvironmentVariable(RandomSeed.Variable), out int asked) ? asked : Seed;
        Dictionary<string, List<double>> marks = [];
        List<string> faults = [];
        foreach (GridPage page in GridMaker.Make(rounds, seed))
        {
            CleanReport report = new PageCleaner().Clean(
                new PageInput(Encoding.UTF8.GetBytes(page.Html), Address, null, null, null));
            List<string> lost = [];
            foreach ((string column, double mark) in GridScore.Of(report, page))
            {
                if (!marks.TryGetValue(column, out List<double>? list))
                    marks[column] = list = [];
                list.Add(mark);
                if (mark < Targets[column])
                    lost.Add($"{column} {mark:0.000}");
            }

            if (lost.Count > 0)
                faults.Add($"{string.Join(", ", lost)}: {page.Name}");
        }

        string[] shorts = [.. Targets.Where(target => marks[target.Key].Average() < target.Value)
            .Select(target => $"{target.Key} {marks[target.Key].Average():0.0000} < {target.Value}")];
        Assert.True(shorts.Length == 0,
            $"SEARCHENGINE_SEED={seed} AMOUNT_L1={rounds}: {string.Join("; ", shorts)}\n{string.Join('\n', faults.Take(30))}");
    }
}
