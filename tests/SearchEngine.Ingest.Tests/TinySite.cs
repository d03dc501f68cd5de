using System.Net;
using System.Text;

namespace SearchEngine.Ingest.Tests;

/// <summary>A site on loopback whose pages a test writes and rewrites.</summary>
internal sealed class TinySite : IDisposable
{
    private readonly HttpListener _listener;
    private readonly Task _serving;

    public TinySite()
    {
        Random ports = new();
        while (true)
        {
            Port = ports.Next(20_000, 60_000);
            // One that could not start is closed for good.
            _listener = new HttpListener();
            _listener.Prefixes.Add($"http://127.0.0.1:{Port}/");
            try
            {
                _listener.Start();
                break;
            }
            catch (HttpListenerException)
            {
                // Somebody has the port; another one is drawn.
            }
        }

        _serving = ServeAsync();
    }

    public int Port { get; private set; }

    /// <summary>Bodies by path; what is missing is 404.</summary>
    public Dictionary<string, string> Pages { get; } = new(StringComparer.Ordinal) { ["/robots.txt"] = "User-agent: *\nAllow: /\n" };

    /// <summary>Status codes other than 200 by path.</summary>
    public Dictionary<string, int> Statuses { get; } = new(StringComparer.Ordinal);

    public string Address(string path) => $"http://127.0.0.1:{Port}{path}";

    /// <summary>A page that holds a text's paragraphs as an article.</summary>
    public static string Article(string text) =>
        "<html><head><meta charset='utf-8'></head><body><div class='TRS_Editor'>"
        + string.Concat(text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => $"<p>{line}</p>"))
        + "</div></body></html>";

    public void Dispose()
    {
        _listener.Stop();
        _serving.GetAwaiter().GetResult();
        _listener.Close();
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            try
            {
                HttpListenerContext context = await _listener.GetContextAsync().ConfigureAwait(false);
                string path = context.Request.Url!.AbsolutePath;
                bool known = Pages.TryGetValue(path, out string? body);
                context.Response.StatusCode = Statuses.GetValueOrDefault(path, known ? 200 : 404);
                context.Response.ContentType = path.EndsWith(".txt", StringComparison.Ordinal) ? "text/plain" : "text/html";
                byte[] bytes = Encoding.UTF8.GetBytes(body ?? "<p>没有</p>");
                context.Response.ContentLength64 = bytes.Length;
                await context.Response.OutputStream.WriteAsync(bytes).ConfigureAwait(false);
                context.Response.Close();
            }
            catch (Exception error) when (error is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }
        }
    }
}
