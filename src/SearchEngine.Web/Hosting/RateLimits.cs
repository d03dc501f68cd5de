using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.RateLimiting;

namespace SearchEngine.Web.Hosting;

/// <summary>
/// Nobody may keep the others from searching: a bucket for each address, and a bounded queue before the engine.
/// </summary>
internal static class RateLimits
{
    /// <summary>Policy of the routes that ask the engine.</summary>
    public const string Search = "search";

    public static IServiceCollection AddRateLimits(this IServiceCollection services, WebHostOptions options) =>
        services.AddRateLimiter(limiter =>
        {
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, IPAddress>(context =>
                RateLimitPartition.GetTokenBucketLimiter(
                    context.Connection.RemoteIpAddress ?? IPAddress.None,
                    _ => new TokenBucketRateLimiterOptions
                    {
                        TokenLimit = options.RequestBurst,
                        TokensPerPeriod = options.RequestsPerSecond,
                        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
                        QueueLimit = 0,
                    }));
            limiter.AddConcurrencyLimiter(Search, queue =>
            {
                queue.PermitLimit = options.ConcurrentSearches;
                queue.QueueLimit = options.WaitingSearches;
            });
            limiter.OnRejected = Refuse;
        });

    /// <summary>
    /// Believes forwarded addresses from the configured proxies; without any, the header means nothing.
    /// </summary>
    public static void UseTrustedProxies(this WebApplication app, WebHostOptions options)
    {
        if (options.TrustedProxies.Count == 0)
            return;

        ForwardedHeadersOptions forwarded = new()
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
        };
        forwarded.KnownIPNetworks.Clear();
        forwarded.KnownProxies.Clear();
        foreach (IPAddress proxy in options.TrustedProxies)
            forwarded.KnownProxies.Add(proxy);
        app.UseForwardedHeaders(forwarded);
    }

    private static ValueTask Refuse(OnRejectedContext refused, CancellationToken cancellation)
    {
        // Only the bucket knows when it will be filled again; the queue before the engine does not.
        bool isTooMany = refused.Lease.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan wait);
        double seconds = Math.Ceiling((isTooMany ? wait : WebLimits.RetryAfter).TotalSeconds);
        HttpResponse response = refused.HttpContext.Response;
        response.StatusCode = isTooMany
            ? StatusCodes.Status429TooManyRequests
            : StatusCodes.Status503ServiceUnavailable;
        response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return ValueTask.CompletedTask;
    }
}
