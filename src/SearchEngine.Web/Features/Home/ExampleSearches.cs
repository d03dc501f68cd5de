using SearchEngine.Reports.Catalogue;
using SearchEngine.Search.Answers;
using SearchEngine.Search.Service;

namespace SearchEngine.Web.Features.Home;

/// <summary>
/// The home page's examples with their counts. Counted once for each state of the store, because every visitor asks the
/// same; a phrase without hits is not offered.
/// </summary>
public sealed class ExampleSearches(ISearchService search)
{
    private static readonly string[] Phrases =
        ["府院联动", "行政执法三项制度", "枫桥经验", "复议 同句 败诉率", "第一责任人"];

    private Counted? _counted;

    /// <summary>The examples that have hits in what is held now.</summary>
    public IReadOnlyList<(string Query, int Reports, long Occurrences)> For(
        Holdings holdings, CancellationToken cancellation)
    {
        Counted? known = Volatile.Read(ref _counted);
        if (known is not null && known.Reports == holdings.Reports && known.LastIngest == holdings.LastIngest)
            return known.Examples;

        List<(string, int, long)> examples = [];
        foreach (string phrase in Phrases)
        {
            SearchAnswer answer = search.Search(new() { Query = phrase, Limit = 1 }, cancellation);
            if (answer.Reports > 0)
                examples.Add((phrase, answer.Reports, answer.Occurrences));
        }

        Volatile.Write(ref _counted, new Counted(holdings.Reports, holdings.LastIngest, examples));
        return examples;
    }

    private sealed record Counted(int Reports, DateTimeOffset? LastIngest, IReadOnlyList<(string, int, long)> Examples);
}
