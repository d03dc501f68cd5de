using System.Text;
using SearchEngine.Reports.Model;
using SearchEngine.Web.Features.Captures;

namespace SearchEngine.Web.Tests;

/// <summary>An archive that holds one hostile page for every capture of a web address, and nothing else.</summary>
internal sealed class HandMadeCaptures : ICaptureReader
{
    public const string Source = "<html><script>alert(1)</script><body style=\"color:red\">正文</body></html>";

    public CaptureText? ReadText(Capture capture) =>
        capture.Status == 0 ? null : new CaptureText("HTTP/1.1 200 OK\nContent-Type: text/html", Source);

    public byte[]? ReadBody(Capture capture) =>
        capture.Status == 0 ? null : Encoding.UTF8.GetBytes(Source);
}
