using Microsoft.Data.Sqlite;
using SearchEngine.Crawler.Discovery;
using SearchEngine.Crawler.Robots;
using SearchEngine.Crawler.Scope;

namespace SearchEngine.Crawler.Frontier;

/// <summary>
/// What is to be fetched, what was, and what politeness must remember, in SQLite. Every method is one transaction and may
/// be called from any thread.
/// </summary>
internal sealed class FrontierStore : IDisposable
{
    private readonly FrontierDatabase _database;
    private readonly RunTally _tally = new();
    private readonly FrontierQueue _queue;
    private readonly TimeProvider _time;
    private long _run;

    /// <exception cref="CrawlLockedException">Another crawl holds the file.</exception>
    public FrontierStore(string path, CrawlLimits limits, TimeProvider time)
    {
        _database = new FrontierDatabase(path);
        _queue = new FrontierQueue(_database, _tally, limits);
        _time = time;
    }

    /// <summary>Takes up the unfinished run of the same seeds, or begins a new one.</summary>
    /// <returns>True when a run was taken up.</returns>
    public bool BeginRun(IReadOnlyList<CrawlUrl> seeds)
    {
        string key = string.Join('\n', seeds.Select(s => s.Text).Distinct().Order(StringComparer.Ordinal));
        lock (_database.Gate)
        {
            using SqliteTransaction transaction = _database.Begin();
            long? unfinished = _database.Number(
                "SELECT max(id) FROM run WHERE seeds = $seeds AND finished_at IS NULL", ("$seeds", key));
            _run = unfinished ?? _database.Number(
                "INSERT INTO run (seeds, started_at) VALUES ($seeds, $now) RETURNING id",
                ("$seeds", key), ("$now", _time.GetUtcNow().ToString("O")))!.Value;
            _queue.Run = _run;
            _tally.Load(_database.Rows(
                "SELECT host, state, count(*) FROM visit WHERE run = $run GROUP BY host, state",
                r => (r.GetString(0), (VisitState)r.GetInt32(1), r.GetInt32(2)),
                ("$run", _run)));
            foreach (CrawlUrl seed in seeds)
            {
                _queue.Enqueue(new DiscoveredLink(seed, LinkKind.Seed), QueueStep.Seed);
            }

            transaction.Commit();
            return unfinished is not null;
        }
    }

    public void FinishRun()
    {
        lock (_database.Gate)
        {
            _database.Execute(
                "UPDATE run SET finished_at = $now WHERE id = $run", ("$now", _time.GetUtcNow().ToString("O")), ("$run", _run));
        }
    }

    /// <summary>Hosts with something queued, the one that was asked longest ago first.</summary>
    public List<string> WaitingHosts()
    {
        lock (_database.Gate)
        {
            return _database.Rows(
                """
                SELECT v.host FROM visit v LEFT JOIN host h ON h.name = v.host
                WHERE v.run = $run AND v.state = 0
                GROUP BY v.host ORDER BY coalesce(max(h.last_fetch_at), 0), min(v.url)
                """,
                r => r.GetString(0),
                ("$run", _run));
        }
    }

    /// <summary>The next address of a host: nearest to the seeds first, pagers before pages. It stays queued until recorded.</summary>
    public QueuedUrl? Next(string host)
    {
        lock (_database.Gate)
        {
            return _database.Rows(
                """
                SELECT u.id, u.text, v.depth, v.kind, v.redirects, w.text, u.etag, u.last_modified, v.pager_hops
                FROM visit v JOIN url u ON u.id = v.url LEFT JOIN url w ON w.id = v.via
                WHERE v.run = $run AND v.host = $host AND v.state = 0
                ORDER BY v.depth, v.kind, v.url LIMIT 1
                """,
                ReadQueued,
                ("$run", _run), ("$host", host)).FirstOrDefault();
        }
    }

    /// <summary>Records how an address came out and queues what it leads to.</summary>
    public void Record(Visit visit)
    {
        QueuedUrl queued = visit.Queued;
        lock (_database.Gate)
        {
            using SqliteTransaction transaction = _database.Begin();
            _database.Execute(
                "UPDATE visit SET state = $state, status = $status, reason = $reason WHERE run = $run AND url = $url",
                ("$state", (int)visit.State), ("$status", visit.Status), ("$reason", visit.Reason),
                ("$run", _run), ("$url", queued.Id));
            _tally.Move(queued.Url.Host, visit.State);
            if (visit.Read)
            {
                Remember(visit);
            }

            foreach (DiscoveredLink link in visit.Links)
            {
                _queue.Enqueue(link, _queue.StepTo(link, visit));
            }

            Touch(queued.Url.Host);
            transaction.Commit();
        }
    }

    /// <summary>Queues addresses that stand on no page, as sitemaps named by robots.txt do.</summary>
    public void Add(IEnumerable<DiscoveredLink> links)
    {
        lock (_database.Gate)
        {
            using SqliteTransaction transaction = _database.Begin();
            foreach (DiscoveredLink link in links)
            {
                _queue.Enqueue(link, QueueStep.Seed);
            }

            transaction.Commit();
        }
    }

    /// <summary>What an address linked to when it was last read.</summary>
    public List<DiscoveredLink> KnownLinks(long url)
    {
        lock (_database.Gate)
        {
            return [.. _database.Rows(
                "SELECT target, kind, same_as FROM link WHERE source = $url ORDER BY ordinal",
                r => (Text: r.GetString(0), Kind: (LinkKind)r.GetInt32(1), Same: r.IsDBNull(2) ? null : r.GetString(2)),
                ("$url", url))
                .Select(r => Link(r.Text, r.Kind, r.Same))
                .OfType<DiscoveredLink>()];
        }
    }

    /// <summary>Gives up what a host still has queued.</summary>
    public void AbandonHost(string host, string reason)
    {
        lock (_database.Gate)
        {
            _database.Execute(
                "UPDATE visit SET state = $state, reason = $reason WHERE run = $run AND host = $host AND state = 0",
                ("$state", (int)VisitState.Failed), ("$reason", reason), ("$run", _run), ("$host", host));
            _tally.Abandon(host);
        }
    }

    /// <summary>Addresses of the run by host and state.</summary>
    public IReadOnlyList<HostCounts> Counts()
    {
        lock (_database.Gate)
        {
            return _tally.Snapshot();
        }
    }

    /// <summary>Pages of the run that gave a response, over all sessions.</summary>
    public int FetchedPages()
    {
        lock (_database.Gate)
        {
            return (int)_database.Number(
                "SELECT count(*) FROM visit WHERE run = $run AND status IS NOT NULL", ("$run", _run))!.Value;
        }
    }

    public DateTimeOffset? LastFetch(string host)
    {
        lock (_database.Gate)
        {
            return _database.Number("SELECT last_fetch_at FROM host WHERE name = $host", ("$host", host)) is { } at
                ? DateTimeOffset.FromUnixTimeMilliseconds(at)
                : null;
        }
    }

    public void TouchHost(string host)
    {
        lock (_database.Gate)
        {
            Touch(host);
        }
    }

    public RobotsAnswer? Robots(string origin)
    {
        lock (_database.Gate)
        {
            return _database.Rows(
                "SELECT verdict, body, fetched_at FROM robots WHERE origin = $origin",
                r => new RobotsAnswer(
                    origin,
                    (RobotsVerdict)r.GetInt32(0),
                    r.GetFieldValue<byte[]>(1),
                    DateTimeOffset.FromUnixTimeMilliseconds(r.GetInt64(2))),
                ("$origin", origin)).FirstOrDefault();
        }
    }

    public void SaveRobots(RobotsAnswer answer)
    {
        lock (_database.Gate)
        {
            _database.Execute(
                """
                INSERT INTO robots (origin, verdict, body, fetched_at) VALUES ($origin, $verdict, $body, $at)
                ON CONFLICT (origin) DO UPDATE SET verdict = $verdict, body = $body, fetched_at = $at
                """,
                ("$origin", answer.Origin), ("$verdict", (int)answer.Verdict), ("$body", answer.Body.ToArray()),
                ("$at", answer.FetchedAt.ToUnixTimeMilliseconds()));
        }
    }

    public void Dispose() => _database.Dispose();

    private static QueuedUrl ReadQueued(SqliteDataReader reader) => new(
        reader.GetInt64(0),
        CrawlUrl.TryParse(reader.GetString(1), out CrawlUrl? url) ? url : throw new InvalidDataException("抓取队列中的网址已损坏。"),
        reader.GetInt32(2),
        (LinkKind)reader.GetInt32(3),
        reader.GetInt32(4),
        reader.IsDBNull(5) ? null : reader.GetString(5),
        reader.IsDBNull(6) ? null : reader.GetString(6),
        reader.IsDBNull(7) ? null : reader.GetString(7),
        reader.GetInt32(8));

    private static DiscoveredLink? Link(string text, LinkKind kind, string? sameAs)
    {
        CrawlUrl? same = null;
        _ = sameAs is not null && CrawlUrl.TryParse(sameAs, out same);
        return CrawlUrl.TryParse(text, out CrawlUrl? url) ? new DiscoveredLink(url, kind, same) : null;
    }

    private void Touch(string host) => _database.Execute(
        """
        INSERT INTO host (name, last_fetch_at) VALUES ($host, $at)
        ON CONFLICT (name) DO UPDATE SET last_fetch_at = $at
        """,
        ("$host", host), ("$at", _time.GetUtcNow().ToUnixTimeMilliseconds()));

    private void Remember(Visit visit)
    {
        _database.Execute(
            "UPDATE url SET etag = $etag, last_modified = $modified WHERE id = $url",
            ("$etag", visit.ETag), ("$modified", visit.LastModified), ("$url", visit.Queued.Id));
        _database.Execute("DELETE FROM link WHERE source = $url", ("$url", visit.Queued.Id));
        int ordinal = 0;
        foreach (DiscoveredLink link in visit.Links)
        {
            _database.Execute(
                "INSERT INTO link (source, ordinal, target, kind, same_as) VALUES ($source, $ordinal, $target, $kind, $same)",
                ("$source", visit.Queued.Id), ("$ordinal", ordinal++), ("$target", link.Url.Text),
                ("$kind", (int)link.Kind), ("$same", link.SameAs?.Text));
        }
    }
}
