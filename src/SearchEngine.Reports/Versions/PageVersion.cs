using SearchEngine.Reports.Model;

namespace SearchEngine.Reports.Versions;

/// <summary>One capture of a page's address with what cleaning made of it then.</summary>
/// <param name="Capture">The capture.</param>
/// <param name="Text">The body; null for a capture without one (an error, an unchanged answer).</param>
public sealed record PageVersion(Capture Capture, string? Text);
