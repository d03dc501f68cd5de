using System.Globalization;
using System.Net;
using SearchEngine.Crawler.Fetching;

namespace SearchEngine.Crawler;

/// <summary>
/// One host's requests: paced, kept, and tried again where that may help. Counts errors in a row, so that a host in
/// trouble is left alone.
/// </summary>
internal sealed class HostFetcher(string host, CrawlContext context) : IDisposable
{
    private readonly IPageFetcher _fetcher = context.OpenFetcher();
    private readonly HostPace _pace = new(host, context.Frontier, context.Options.TimeProvider);

    public int ConsecutiveErrors { get; private set; }

    public bool IsExhausted => ConsecutiveErrors >= context.Limits.MaxConsecutiveErrors;

    /// <param name="request">What to ask for.</param>
    /// <param name="pause">The host's pause; waits between tries grow from it.</param>
    /// <param name="cancellation">The crawl is stopped; throws.</param>
    /// <returns>The last try's outcome; its response is kept already.</returns>
    public async Task<FetchOutcome> FetchAsync(FetchRequest request, TimeSpan pause, CancellationToken cancellation)
    {
        TimeSpan wait = pause;
        for (int attempt = 0; ; attempt++)
        {
            await _pace.WaitAsync(wait, cancellation);
            FetchOutcome outcome = await FetchOnceAsync(request, cancellation);
            if (!IsTrouble(outcome))
            {
                ConsecutiveErrors = 0;
                return outcome;
            }

            ConsecutiveErrors += CountsAgainstHost(outcome, attempt) ? 1 : 0;
            TimeSpan? next = Backoff(outcome, pause, attempt);
            if (next is null || IsExhausted)
            {
                return outcome;
            }

            wait = next.Value;
        }
    }

    public void Dispose() => _fetcher.Dispose();

    /// <summary>True where a host could not answer: such a response is no page.</summary>
    public static bool IsTrouble(FetchOutcome outcome) =>
        outcome.Exchange is not { } exchange
        || exchange.Truncated is BodyTruncation.Disconnect or BodyTruncation.Time
        || (HttpStatusCode)exchange.Status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests
            or HttpStatusCode.InternalServerError or HttpStatusCode.BadGateway
            or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;

    // A page that breaks at every try says of the host what it said at the first: it answers, and one page is broken.
    private static bool CountsAgainstHost(FetchOutcome outcome, int attempt) =>
        outcome.Failure != FetchFailure.AddressRefused
        && !(attempt > 0 && outcome.Exchange?.Status == (int)HttpStatusCode.InternalServerError);

    private async Task<FetchOutcome> FetchOnceAsync(FetchRequest request, CancellationToken cancellation)
    {
        // Remembered before the request goes out: a crawl that is killed now must not ask again at once.
        context.Frontier.TouchHost(host);
        FetchOutcome outcome = await _fetcher.FetchAsync(request, cancellation);
        _pace.Mark();
        if (outcome.Exchange is { } exchange)
        {
            await context.StoreAsync(exchange, cancellation);
        }

        return outcome;
    }

    /// <summary>How long to wait before the next try; null when there should be none.</summary>
    private TimeSpan? Backoff(FetchOutcome outcome, TimeSpan pause, int attempt)
    {
        if (attempt >= context.Limits.MaxRetries
            || outcome.Failure is FetchFailure.AddressRefused or FetchFailure.Tls or FetchFailure.UnknownHost)
        {
            return null;
        }

        TimeSpan doubled = pause * Math.Pow(2, attempt + 1);
        TimeSpan asked = RetryAfter(outcome.Exchange) ?? TimeSpan.Zero;
        TimeSpan wait = doubled > asked ? doubled : asked;
        return wait <= context.Limits.MaxBackoff ? wait : null;
    }

    private TimeSpan? RetryAfter(FetchedExchange? exchange)
    {
        string? value = exchange?.Header("Retry-After");
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int seconds))
        {
            return TimeSpan.FromSeconds(seconds);
        }

        return DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, out DateTimeOffset date)
            ? date - context.Options.TimeProvider.GetUtcNow()
            : null;
    }
}
