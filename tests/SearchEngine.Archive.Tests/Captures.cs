using System.IO.Compression;
using System.Net;
using System.Text;
using SearchEngine.Archive.Writing;

namespace SearchEngine.Archive.Tests;

/// <summary>Captures to write: fixed ones, and random ones from a seed.</summary>
internal static class Captures
{
    public static readonly DateTimeOffset Day = new(2025, 2, 28, 8, 30, 0, TimeSpan.Zero);

    public static HttpCapture Page(string url = "http://www.example.gov.cn/a.html", string body = "<p>法治政府</p>") => new()
    {
        Url = url,
        FetchedAt = Day,
        RemoteAddress = IPAddress.Parse("203.0.113.7"),
        RequestHead = Bytes("GET /a.html HTTP/1.1\r\nHost: www.example.gov.cn\r\n\r\n"),
        ResponseHead = Bytes($"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n"),
        Body = Bytes(body),
    };

    public static FileCapture File(byte[] content) => new("file:///报告 1.html", Day, "text/html", content);

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    public static byte[] Gzip(byte[] content)
    {
        using MemoryStream target = new();
        using (GZipStream gzip = new(target, CompressionLevel.Fastest))
        {
            gzip.Write(content);
        }

        return target.ToArray();
    }

    public static byte[] RandomBytes(Random random, int maxLength)
    {
        byte[] bytes = new byte[random.Next(maxLength)];
        random.NextBytes(bytes);
        if (random.Next(3) == 0)
        {
            // Text-like content that compresses, with line ends that could be taken for the ends of records.
            for (int i = 0; i < bytes.Length; i++)
            {
                bytes[i] = "WARC/1.1\r\n\r\n 法"u8[bytes[i] % 15];
            }
        }

        return bytes;
    }

    public static HttpCapture RandomPage(Random random, int number)
    {
        byte[] plain = RandomBytes(random, random.Next(20) == 0 ? 200_000 : 3_000);
        bool gzip = random.Next(3) == 0;
        byte[] body = gzip ? Gzip(plain) : plain;
        StringBuilder head = new($"HTTP/1.1 {random.Next(2, 6)}0{random.Next(0, 4)} x\r\n");
        if (random.Next(2) == 0)
        {
            head.Append($"Content-Length: {body.Length}\r\n");
        }
        else
        {
            head.Append("transfer-encoding: chunked\r\n");
        }

        head.Append(gzip ? "Content-Encoding: gzip\r\n" : "").Append($"X-Number: {number}\r\n\r\n");
        return new HttpCapture
        {
            Url = $"https://h{random.Next(9)}.gov.cn/p/{number}.html?q={random.Next()}",
            FetchedAt = Day.AddSeconds(number),
            RemoteAddress = random.Next(2) == 0 ? IPAddress.Parse("2400:da00::6666") : null,
            RequestHead = Bytes($"GET /p/{number} HTTP/1.1\r\nHost: h\r\n\r\n"),
            ResponseHead = Bytes(head.ToString()),
            Body = body,
            Truncated = random.Next(10) == 0 ? TruncationReason.Time : null,
            Metadata = random.Next(4) == 0 ? [new("via", "http://a.gov.cn/")] : [],
        };
    }
}
