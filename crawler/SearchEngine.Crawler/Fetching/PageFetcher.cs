using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using SearchEngine.Crawler.Scope;

namespace SearchEngine.Crawler.Fetching;

/// <summary>
/// Fetches from one host over at most one connection. No redirects, cookies, proxies or credentials; certificates are
/// verified; every new connection passes the <see cref="GuardedConnector"/>.
/// </summary>
internal sealed class PageFetcher : IPageFetcher
{
    private readonly CrawlOptions _options;
    private readonly WireRecorder _recorder = new();
    private readonly HttpMessageInvoker _client;

    public PageFetcher(CrawlOptions options, CrawlScope scope, IHostResolver resolver)
    {
        _options = options;
        GuardedConnector connector = new(scope, resolver, options.Limits);
        _client = new HttpMessageInvoker(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            UseProxy = false,
            UseCookies = false,
            MaxConnectionsPerServer = 1,
            ConnectTimeout = options.Limits.ConnectTimeout,
            MaxResponseHeadersLength = options.Limits.MaxHeaderKibibytes,

            // What is left of a body beyond the limits is not worth reading: the connection is closed.
            MaxResponseDrainSize = 0,
            ActivityHeadersPropagator = null,
            ResponseHeaderEncodingSelector = (_, _) => Encoding.Latin1,
            ConnectCallback = async (context, cancellation) =>
            {
                // The client sends a request again at once when a kept connection breaks. Whether and when to try again
                // is the host's pace to decide.
                if (_recorder.HasSent)
                {
                    throw new IOException("连接在回应之前中断。");
                }

                (Stream stream, IPAddress address) = await connector.ConnectAsync(context.DnsEndPoint, cancellation);
                _recorder.RemoteAddress = address;
                return stream;
            },
            PlaintextStreamFilter = (context, _) =>
            {
                _recorder.Reset();
                return ValueTask.FromResult<Stream>(new RecordedStream(context.PlaintextStream, _recorder));
            },
        });
    }

    public async Task<FetchOutcome> FetchAsync(FetchRequest request, CancellationToken cancellation)
    {
        CrawlLimits limits = _options.Limits;
        using CancellationTokenSource total = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        total.CancelAfter(limits.TotalTimeout);
        using CancellationTokenSource head = CancellationTokenSource.CreateLinkedTokenSource(total.Token);
        head.CancelAfter(limits.HeadersTimeout);
        _recorder.Reset();
        try
        {
            using HttpRequestMessage message = Message(request);
            using HttpResponseMessage response = await _client.SendAsync(message, head.Token);
            head.CancelAfter(Timeout.InfiniteTimeSpan);
            return FetchOutcome.Of(await ReadAsync(request, response, total.Token, cancellation));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return FetchOutcome.Failed(FetchFailure.Timeout, "超时没有回应。");
        }
        catch (HttpRequestException e)
        {
            return Failure(e);
        }
        catch (IOException e)
        {
            return FetchOutcome.Failed(FetchFailure.Network, e.Message);
        }
    }

    public void Dispose() => _client.Dispose();

    private static FetchOutcome Failure(HttpRequestException e)
    {
        for (Exception? inner = e; inner is not null; inner = inner.InnerException)
        {
            if (inner is AddressRefusedException)
            {
                return FetchOutcome.Failed(FetchFailure.AddressRefused, inner.Message);
            }

            if (inner is AuthenticationException)
            {
                return FetchOutcome.Failed(FetchFailure.Tls, $"安全连接没有建立（{inner.Message}）。");
            }

            if (inner is SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData })
            {
                return FetchOutcome.Failed(FetchFailure.UnknownHost, "没有这个主机，请核对网址。");
            }

            if (inner is SocketException { SocketErrorCode: SocketError.ConnectionRefused })
            {
                return FetchOutcome.Failed(FetchFailure.Network, "主机拒绝连接，端口上没有服务。");
            }
        }

        FetchFailure failure = e.HttpRequestError switch
        {
            HttpRequestError.SecureConnectionError => FetchFailure.Tls,
            HttpRequestError.InvalidResponse or HttpRequestError.ConfigurationLimitExceeded
                or HttpRequestError.HttpProtocolError => FetchFailure.Protocol,
            _ => FetchFailure.Network,
        };
        return FetchOutcome.Failed(failure, $"没有取得回应（{e.Message}）。");
    }

    private HttpRequestMessage Message(FetchRequest request)
    {
        HttpRequestMessage message = new(HttpMethod.Get, request.Url.Uri)
        {
            Version = HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        message.Headers.TryAddWithoutValidation("User-Agent", _options.UserAgent);
        message.Headers.TryAddWithoutValidation(
            "Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,application/pdf;q=0.8,*/*;q=0.5");
        message.Headers.TryAddWithoutValidation("Accept-Language", "zh-CN,zh;q=0.9");
        message.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip");
        if (request.ETag is not null)
        {
            message.Headers.TryAddWithoutValidation("If-None-Match", request.ETag);
        }

        if (request.LastModified is not null)
        {
            message.Headers.TryAddWithoutValidation("If-Modified-Since", request.LastModified);
        }

        return message;
    }

    private async Task<FetchedExchange> ReadAsync(
        FetchRequest request, HttpResponseMessage response, CancellationToken deadline, CancellationToken cancellation)
    {
        DateTimeOffset fetchedAt = _options.TimeProvider.GetUtcNow();
        byte[] head = _recorder.ResponseHead();
        FetchedExchange exchange = new()
        {
            Url = request.Url.Text,
            RequestHead = _recorder.RequestHead(),
            ResponseHead = head,
            Status = (int)response.StatusCode,
            Reason = response.ReasonPhrase ?? "",
            Headers = WireRecorder.Fields(head),
            Body = default,
            RemoteAddress = _recorder.RemoteAddress,
            FetchedAt = fetchedAt,
            Via = request.Via,
        };
        if (!CollectedTypes.Includes(exchange.MediaType))
        {
            return exchange with { Truncated = BodyTruncation.Unwanted };
        }

        await using Stream stream = await response.Content.ReadAsStreamAsync(deadline);
        (byte[] body, BodyTruncation? truncated) =
            await BodyReader.ReadAsync(stream, _options.Limits, deadline, cancellation);
        return exchange with { Body = body, Truncated = truncated };
    }
}
