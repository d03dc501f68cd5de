namespace SearchEngine.Web;

/// <summary>Every bound of the server, with its reason.</summary>
internal static class WebLimits
{
    /// <summary>A reader's page holds a few figures at a glance; fifty is the most anybody scans.</summary>
    public const int PageSize = 50;

    /// <summary>Deep offsets cost the engine a heap of that depth; the command line has no such bound.</summary>
    public const int Offset = 1000;

    /// <summary>Facet values in one request, chosen and excluded together.</summary>
    public const int Filters = 16;

    /// <summary>Longest facet value, in UTF-16 units: a host name's limit, the longest of them all.</summary>
    public const int ValueLength = 253;

    /// <summary>Years a person can mean.</summary>
    public const int FirstYear = 1900;

    /// <inheritdoc cref="FirstYear"/>
    public const int LastYear = 2100;

    /// <summary>Searches that a page without results makes to find what would bring some.</summary>
    public const int Relaxations = 8;

    /// <summary>
    /// A search slower than this does not earn a second one that only fills in a number, in milliseconds.
    /// </summary>
    public const double CheapSearchMs = 150;

    /// <summary>Nodes of the region tree up to which all of it is shown at once.</summary>
    public const int OpenRegionNodes = 80;

    /// <summary>Values of a flat facet before the rest is folded away.</summary>
    public const int OpenFacetValues = 8;

    /// <summary>Years in one chart; beyond it the bars are thinner than a finger.</summary>
    public const int ChartYears = 16;

    /// <summary>Below it a field is called 推定: where cleaning itself says that one in five may be wrong.</summary>
    public const double SureConfidence = 0.8;

    /// <summary>Repairs listed on a report's page; the JSON has them all.</summary>
    public const int RepairsShown = 40;

    /// <summary>Repairs listed on the page of a report's evidence, which is there to list them.</summary>
    public const int EvidenceRepairs = 1000;

    /// <summary>Characters of an archived original shown as text; the download has them all.</summary>
    public const int CaptureCharacters = 400_000;

    /// <summary>Depth to which a score's explanation is drawn.</summary>
    public const int ExplanationDepth = 8;

    public const int RequestsPerSecond = 20;

    public const int RequestBurst = 40;

    public const int SearchesPerCore = 2;

    public const int WaitingSearches = 64;

    public const int Connections = 512;

    public const int RequestLineBytes = 4 * 1024;

    public const int HeaderBytes = 16 * 1024;

    public const int Headers = 50;

    /// <summary>The one form that is posted has three short fields.</summary>
    public const int BodyBytes = 16 * 1024;

    /// <summary>Bytes a second below which a sender is dropped, after <see cref="RateGrace"/>.</summary>
    public const double MinimumRate = 240;

    public const int Http2Streams = 50;

    public static readonly TimeSpan RateGrace = TimeSpan.FromSeconds(5);

    public static readonly TimeSpan HeadersTimeout = TimeSpan.FromSeconds(10);

    public static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(30);

    /// <summary>What a searcher who was turned away is told to wait.</summary>
    public static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(2);

    public static readonly TimeSpan DisplayCookie = TimeSpan.FromDays(365);
}
