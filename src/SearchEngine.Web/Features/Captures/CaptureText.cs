namespace SearchEngine.Web.Features.Captures;

/// <summary>An archived original as text.</summary>
/// <param name="Headers">
/// Status line and headers of the answer as archived, line by line; empty for an imported file.
/// </param>
/// <param name="Source">The body decoded to characters, markup and all.</param>
public sealed record CaptureText(string Headers, string Source);
