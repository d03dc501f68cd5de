namespace SearchEngine.Archive.Writing;

/// <summary>A file that was imported, not fetched: it becomes a <c>resource</c> record.</summary>
/// <param name="Url">Address given by the caller, such as <c>file:///NAME</c>.</param>
/// <param name="StoredAt">When it was imported.</param>
/// <param name="ContentType">Media type; <c>application/octet-stream</c> where nothing better is known.</param>
/// <param name="Content">The file's bytes.</param>
public sealed record FileCapture(string Url, DateTimeOffset StoredAt, string ContentType, ReadOnlyMemory<byte> Content);
