using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace SearchEngine.Web.Hosting;

/// <summary>Lowers the web server's limits to what reading needs.</summary>
internal static class KestrelBounds
{
    public static void Apply(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        KestrelServerLimits limits = kestrel.Limits;
        limits.MaxConcurrentConnections = WebLimits.Connections;
        limits.MaxConcurrentUpgradedConnections = 0;
        limits.MaxRequestLineSize = WebLimits.RequestLineBytes;
        limits.MaxRequestHeadersTotalSize = WebLimits.HeaderBytes;
        limits.MaxRequestHeaderCount = WebLimits.Headers;
        limits.MaxRequestBodySize = WebLimits.BodyBytes;
        limits.RequestHeadersTimeout = WebLimits.HeadersTimeout;
        limits.KeepAliveTimeout = WebLimits.KeepAlive;
        limits.MinRequestBodyDataRate = new MinDataRate(WebLimits.MinimumRate, WebLimits.RateGrace);
        limits.MinResponseDataRate = new MinDataRate(WebLimits.MinimumRate, WebLimits.RateGrace);
        limits.Http2.MaxStreamsPerConnection = WebLimits.Http2Streams;
    }
}
