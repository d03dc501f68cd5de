namespace SearchEngine.Crawler.Fetching;

/// <summary>What a fetch came to: a response, or the reason why there is none.</summary>
/// <param name="Exchange">Null when no response came.</param>
/// <param name="Failure">Null when one came.</param>
/// <param name="Message">What went wrong, for people; empty when a response came.</param>
public sealed record FetchOutcome(FetchedExchange? Exchange, FetchFailure? Failure, string Message)
{
    public static FetchOutcome Of(FetchedExchange exchange) => new(exchange, null, "");

    public static FetchOutcome Failed(FetchFailure failure, string message) => new(null, failure, message);
}
