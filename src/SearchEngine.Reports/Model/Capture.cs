namespace SearchEngine.Reports.Model;

/// <summary>One response (or imported file) held in the archive.</summary>
/// <param name="Url">Address it was asked from; <c>file:///NAME</c> for an imported file.</param>
/// <param name="FetchedAt">When the answer came, UTC.</param>
/// <param name="Status">HTTP status; 0 for an imported file.</param>
/// <param name="ContentType">As the server stated it; null when it did not.</param>
/// <param name="Digest">SHA-256 of the body, lower-case hex.</param>
/// <param name="WarcFile">Name of the archive file, without a folder.</param>
/// <param name="WarcOffset">Where its record begins in that file, in bytes.</param>
public sealed record Capture(
    string Url,
    DateTimeOffset FetchedAt,
    int Status,
    string? ContentType,
    string Digest,
    string WarcFile,
    long WarcOffset);
