namespace SearchEngine.Archive;

/// <summary>Names of files and fields, and values that readers expect in them.</summary>
internal static class WarcNames
{
    public const string Version = "WARC/1.1";
    public const string ClosedSuffix = ".warc.gz";
    public const string OpenSuffix = ".warc.gz.open";
    public const string OpenMark = ".open";
    public const string LockFile = "writer.lock";

    public const string Type = "WARC-Type";
    public const string RecordId = "WARC-Record-ID";
    public const string Date = "WARC-Date";
    public const string ContentLength = "Content-Length";
    public const string ContentType = "Content-Type";
    public const string TargetUri = "WARC-Target-URI";
    public const string ConcurrentTo = "WARC-Concurrent-To";
    public const string IpAddress = "WARC-IP-Address";
    public const string BlockDigest = "WARC-Block-Digest";
    public const string PayloadDigest = "WARC-Payload-Digest";
    public const string Truncated = "WARC-Truncated";
    public const string InfoId = "WARC-Warcinfo-ID";
    public const string Filename = "WARC-Filename";
    public const string Profile = "WARC-Profile";
    public const string RefersTo = "WARC-Refers-To";
    public const string RefersToUri = "WARC-Refers-To-Target-URI";
    public const string RefersToDate = "WARC-Refers-To-Date";

    // Beyond the standard's fields, as harvesters proposed them: with these two a reader needs no index to find the bytes.
    public const string RefersToFile = "WARC-Refers-To-Filename";
    public const string RefersToOffset = "WARC-Refers-To-File-Offset";

    public const string HttpRequest = "application/http; msgtype=request";
    public const string HttpResponse = "application/http; msgtype=response";
    public const string Fields = "application/warc-fields";
    public const string NotModified = "http://netpreserve.org/warc/1.1/revisit/server-not-modified";
    public const string SamePayload = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest";
}
