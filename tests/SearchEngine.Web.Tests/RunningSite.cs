using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using SearchEngine.Reports.Catalogue;
using SearchEngine.Search.Service;
using SearchEngine.Web.Features.Captures;

namespace SearchEngine.Web.Tests;

/// <summary>
/// The real server on a free port of loopback, and a client that follows no redirect and keeps no cookie.
/// </summary>
internal sealed class RunningSite : IAsyncDisposable
{
    private readonly WebApplication _app;

    private RunningSite(WebApplication app, HttpClient client)
    {
        _app = app;
        Client = client;
    }

    public HttpClient Client { get; }

    public static async Task<RunningSite> Start(
        ISearchService? search = null,
        IReportReader? reports = null,
        ICaptureReader? captures = null,
        Func<WebHostOptions, WebHostOptions>? change = null)
    {
        WebHostOptions options = new("http://127.0.0.1:0", stored => $"{{\"id\":\"{stored.Id}\"}}")
        {
            RequestsPerSecond = 1_000_000,
            RequestBurst = 1_000_000,
            TopicName = topic => topic == "T19" ? "府院联动与府检联动" : null,
        };
        WebApplication app = WebHost.Build(
            change?.Invoke(options) ?? options, search ?? new HandMadeSearch(), reports
                ?? HandMadeReports.Some(), captures ?? new HandMadeCaptures());
        await app.StartAsync();
        string address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = new Uri(address),
        };
        return new RunningSite(app, client);
    }

    public Task<HttpResponseMessage> Response(string path) => Client.GetAsync(new Uri(path, UriKind.Relative));

    public async Task<string> Page(string path)
    {
        using HttpResponseMessage response = await Response(path);
        string text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{path}: {(int)response.StatusCode}\n{text}");
        return text;
    }

    public async Task<(int Status, string Text)> Get(string path)
    {
        using HttpResponseMessage response = await Response(path);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
