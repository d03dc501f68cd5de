using Microsoft.Playwright;

namespace SearchEngine.EndToEnd.Tests.Browser;

/// <summary>A page whose complaints and requests are kept for the test to look at.</summary>
internal sealed class WatchedPage
{
    private readonly List<string> _complaints = [];
    private readonly List<string> _requests = [];

    public WatchedPage(IPage page)
    {
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                _complaints.Add(message.Text);
        };
        page.PageError += (_, error) => _complaints.Add(error);
        page.Request += (_, request) => _requests.Add(request.Url);
    }

    public IPage Page { get; }

    /// <summary>Errors of scripts and of the content security policy.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    public IReadOnlyList<string> Requests => _requests;

    /// <summary>True when the page can be scrolled sideways.</summary>
    public Task<bool> OverflowsAsync() =>
        Page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth");
}
