using System.Text;
using SearchEngine.Archive;
using SearchEngine.Archive.Reading;
using SearchEngine.Reports.Model;

namespace SearchEngine.Web.Features.Captures;

/// <summary>Reads archived originals out of the store's WARC files.</summary>
/// <param name="folder">The archive's folder.</param>
public sealed class ArchiveCaptureReader(string folder) : ICaptureReader
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!;

    // A byte below space that no text has says that the original is no text (PDF, Word).
    private static readonly byte[] NeverInText = [0, 1, 2, 3, 4, 5, 6, 7, 8, 14, 15, 16, 17, 18, 19, 20];

    /// <inheritdoc/>
    public CaptureText? ReadText(Capture capture) =>
        Read(capture, record =>
        {
            byte[] body = Revisits.HolderOf(folder, record).ReadPayload();
            return body.AsSpan().IndexOfAny(NeverInText) >= 0
                ? null
                : new CaptureText(Head(record.ReadHttp()), Decode(body));
        });

    /// <inheritdoc/>
    public byte[]? ReadBody(Capture capture) =>
        Read(capture, record => Revisits.HolderOf(folder, record).ReadPayload());

    private T? Read<T>(Capture capture, Func<WarcRecord, T?> read)
        where T : class
    {
        try
        {
            return read(WarcReader.ReadAt(folder, new RecordLocation(capture.WarcFile, capture.WarcOffset)));
        }
        catch (Exception error) when (error is ArchiveDamagedException or IOException or ArgumentException)
        {
            // The page says that the archive no longer holds it; `check` says why.
            return null;
        }
    }

    private static string Head(HttpMessage? message) => message is null
        ? ""
        : string.Join('\n', message.Headers.Select(header => $"{header.Key}: {header.Value}").Prepend(message.StartLine));

    // For a look at the source: what is strict UTF-8 is UTF-8, all else is one of the Chinese national encodings.
    private static string Decode(byte[] body)
    {
        try
        {
            return Strict.GetString(body).TrimStart('\ufeff');
        }
        catch (DecoderFallbackException)
        {
            return Gb18030.GetString(body);
        }
    }
}
