using SearchEngine.Reports.Catalogue;
using SearchEngine.Reports.Model;

namespace SearchEngine.Reports.Citations;

/// <summary>
/// What a citation of a report consists of, whatever its form. A part that the page does not give is null or empty and
/// is left out of every form; nothing is filled in.
/// </summary>
public sealed record Citation
{
    // The reports' own time; China knows no summer time.
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    /// <summary>The report's id, as a key for reference managers.</summary>
    public required string Id { get; init; }

    /// <summary>Who accounts, one entry each, as written. An inferred issuer is not on the page and not in here.</summary>
    public IReadOnlyList<string> Issuers { get; init; } = [];

    public string? Title { get; init; }

    /// <summary>True when the page has no title of its own and this one was put together from its text.</summary>
    public bool TitleInferred { get; init; }

    /// <summary>The year reported on.</summary>
    public int? Year { get; init; }

    /// <summary>When the page was published; not the report's year.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>The page's address; null for a file without one.</summary>
    public string? Url { get; init; }

    /// <summary>The day in China on which the text was last taken from <see cref="Url"/>; null without an address.</summary>
    public DateOnly? Accessed { get; init; }

    /// <summary>The capture that vouches for the text; null when none is held.</summary>
    public Capture? Snapshot { get; init; }

    /// <summary>The citation of a stored report.</summary>
    public static Citation Of(StoredReport stored)
    {
        CleanReport report = stored.Report;
        string? url = Uri.TryCreate(stored.Url, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https"
            ? stored.Url
            : null;
        Capture? newest = stored.Captures.LastOrDefault(capture => capture.Status is 0 or 200);
        return new Citation
        {
            Id = stored.Id,
            Issuers = report.IssuerInferred || report.Issuer is null
                ? []
                : report.Issuer.Split('、', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            Title = report.Title,
            TitleInferred = report.TitleInferred,
            Year = report.Year,
            Published = report.Published,
            Url = url,
            Accessed = url is null || newest is null
                ? null
                : DateOnly.FromDateTime(newest.FetchedAt.ToOffset(China).DateTime),
            Snapshot = newest,
        };
    }
}
