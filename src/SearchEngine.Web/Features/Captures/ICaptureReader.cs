using SearchEngine.Reports.Model;

namespace SearchEngine.Web.Features.Captures;

/// <summary>
/// The reading side of the archive. Paths come from the catalogue's record of the capture, never from an address.
/// </summary>
public interface ICaptureReader
{
    /// <summary>The archived original as text, or null when the archive no longer holds it or it is not text.</summary>
    CaptureText? ReadText(Capture capture);

    /// <summary>
    /// The archived body byte for byte, without HTTP headers; null when the archive no longer holds it.
    /// </summary>
    byte[]? ReadBody(Capture capture);
}
