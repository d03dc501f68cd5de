namespace SearchEngine.Web.Features.Read;

/// <summary>An archived original.</summary>
public sealed record CaptureLink(int Number, string Url, string Fetched, string Kind);
