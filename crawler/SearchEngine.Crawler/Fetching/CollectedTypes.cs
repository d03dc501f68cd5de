namespace SearchEngine.Crawler.Fetching;

/// <summary>Media types whose bodies are read; of others only the head is kept.</summary>
internal static class CollectedTypes
{
    private static readonly string[] Refused = ["image/", "audio/", "video/", "font/"];

    private static readonly HashSet<string> RefusedApplications = new(StringComparer.Ordinal)
    {
        "application/zip", "application/x-rar-compressed", "application/vnd.rar", "application/x-7z-compressed",
        "application/x-tar", "application/java-archive", "application/x-msdownload",
        "application/vnd.android.package-archive", "application/javascript", "application/x-javascript",
        "text/javascript", "text/css",
    };

    /// <summary>An unstated type and the catch-all of careless servers are read: attachments often come so.</summary>
    public static bool Includes(string mediaType) =>
        !RefusedApplications.Contains(mediaType)
        && !Array.Exists(Refused, prefix => mediaType.StartsWith(prefix, StringComparison.Ordinal));
}
