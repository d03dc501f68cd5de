using SearchEngine.Crawler.Fetching;
using SearchEngine.Crawler.Scope;

namespace SearchEngine.Crawler.Robots;

/// <summary>
/// Knows the rules of a host's origins. Asks for robots.txt before anything else, follows its redirects within the host,
/// and keeps the answer for at most a day.
/// </summary>
internal sealed class RobotsGate(CrawlContext context, HostFetcher fetcher)
{
    private readonly Dictionary<string, (RobotsAnswer Answer, RobotsRules Rules)> _known = new(StringComparer.Ordinal);

    /// <param name="url">A page of the host.</param>
    /// <param name="pause">Pause before the request, if one is needed.</param>
    /// <param name="cancellation">The crawl is stopped; throws.</param>
    public async Task<(RobotsAnswer Answer, RobotsRules Rules)> ForAsync(
        CrawlUrl url, TimeSpan pause, CancellationToken cancellation)
    {
        if (_known.TryGetValue(url.Origin, out (RobotsAnswer Answer, RobotsRules Rules) known) && IsFresh(known.Answer))
        {
            return known;
        }

        RobotsAnswer? answer = context.Frontier.Robots(url.Origin);
        if (answer is null || !IsFresh(answer))
        {
            // The pause that the host asked for holds until it asks for another one.
            TimeSpan asked = answer?.Rules(context.Limits).CrawlDelay ?? TimeSpan.Zero;
            answer = await AskAsync(url, asked > pause && asked <= context.Limits.MaxCrawlDelay ? asked : pause, cancellation);

            // That a host could not say is forgotten with the session, so that the next one asks again.
            if (answer.Verdict != RobotsVerdict.Unreachable)
            {
                context.Frontier.SaveRobots(answer);
            }
        }

        known = (answer, answer.Rules(context.Limits));
        _known[url.Origin] = known;
        return known;
    }

    private bool IsFresh(RobotsAnswer answer)
    {
        TimeSpan age = context.Options.TimeProvider.GetUtcNow() - answer.FetchedAt;
        return age >= TimeSpan.Zero && age < context.Limits.RobotsLifetime;
    }

    private async Task<RobotsAnswer> AskAsync(CrawlUrl url, TimeSpan pause, CancellationToken cancellation)
    {
        _ = CrawlUrl.TryResolve(url.Uri, "/robots.txt", out CrawlUrl? next);
        for (int hop = 0; hop <= context.Limits.MaxRedirects; hop++)
        {
            FetchOutcome outcome = await fetcher.FetchAsync(new FetchRequest(next!), pause, cancellation);
            if (outcome.Exchange is not { } exchange)
            {
                return Answer(url, RobotsVerdict.Unreachable) with { Problem = outcome.Message };
            }

            if (exchange.Status is >= 300 and < 400 && exchange.Header("Location") is { } location)
            {
                // Another host has its own queue and pause; its file speaks for itself once a page leads there.
                if (!CrawlUrl.TryResolve(next!.Uri, location, out next) || next.Host != url.Host
                    || !context.Scope.Allows(next))
                {
                    return Answer(url, RobotsVerdict.Unavailable);
                }

                continue;
            }

            RobotsVerdict verdict = exchange.Truncated is BodyTruncation.Disconnect or BodyTruncation.Time
                ? RobotsVerdict.Unreachable
                : RobotsAnswer.VerdictOf(exchange.Status);
            return verdict == RobotsVerdict.Rules
                ? Answer(url, verdict) with { Body = Cut(exchange.Decode(context.Limits).Bytes) }
                : Answer(url, verdict) with { Problem = verdict == RobotsVerdict.Unreachable ? $"HTTP {exchange.Status}" : null };
        }

        return Answer(url, RobotsVerdict.Unavailable);
    }

    private RobotsAnswer Answer(CrawlUrl url, RobotsVerdict verdict) =>
        new(url.Origin, verdict, default, context.Options.TimeProvider.GetUtcNow());

    private ReadOnlyMemory<byte> Cut(ReadOnlyMemory<byte> body) =>
        body[..Math.Min(body.Length, context.Limits.MaxRobotsBytes)];
}
