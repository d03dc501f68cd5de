namespace SearchEngine.Crawler.Frontier;

/// <summary>Addresses of the run by host and state, kept beside the database so that progress costs no query.</summary>
internal sealed class RunTally
{
    private readonly SortedDictionary<string, int[]> _hosts = new(StringComparer.Ordinal);

    public void Load(IEnumerable<(string Host, VisitState State, int Count)> rows)
    {
        _hosts.Clear();
        foreach ((string host, VisitState state, int count) in rows)
        {
            Of(host)[(int)state] = count;
        }
    }

    public void Add(string host) => Of(host)[(int)VisitState.Queued]++;

    public void Move(string host, VisitState to)
    {
        Of(host)[(int)VisitState.Queued]--;
        Of(host)[(int)to]++;
    }

    public void Abandon(string host)
    {
        int[] counts = Of(host);
        counts[(int)VisitState.Failed] += counts[(int)VisitState.Queued];
        counts[(int)VisitState.Queued] = 0;
    }

    public int Total(string host) => _hosts.TryGetValue(host, out int[]? counts) ? counts.Sum() : 0;

    public IReadOnlyList<HostCounts> Snapshot() =>
    [.. _hosts.Select(h => new HostCounts(
        h.Key,
        h.Value[(int)VisitState.Done],
        h.Value[(int)VisitState.Failed],
        h.Value[(int)VisitState.Refused],
        h.Value[(int)VisitState.Blocked],
        h.Value[(int)VisitState.Queued]))];

    private int[] Of(string host)
    {
        if (!_hosts.TryGetValue(host, out int[]? counts))
        {
            counts = new int[Enum.GetValues<VisitState>().Length];
            _hosts.Add(host, counts);
        }

        return counts;
    }
}
