using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using SearchEngine.Archive.Checking;
using SearchEngine.Archive.Packaging;
using SearchEngine.Archive.Reading;
using SearchEngine.Archive.Writing;
using SearchEngine.TestKit;

namespace SearchEngine.Archive.Tests.Oracles;

/// <summary>
/// What other people's tools say of our files, and we of theirs. The reader from npm runs where <c>npm install</c> was
/// run in this folder. AMOUNT_H1 says how many records it is given, 1,000 otherwise.
/// </summary>
public sealed class ExternalToolTests
{
    private static readonly string Here = Path.Combine(Root(), "tests", "SearchEngine.Archive.Tests", "Oracles");

    [Fact]
    public void An_independent_reader_finds_every_record_and_agrees_with_every_digest()
    {
        Assert.SkipUnless(
            Directory.Exists(Path.Combine(Here, "node_modules", "warcio")), "run npm install in the Oracles folder");
        int amount = Amount.Of("H1", 1_000);
        Random random = Replay.Random();
        using TempFolder folder = new();
        List<RecordLocation> locations = [];
        using (WarcWriter writer = WarcWriter.Open(folder.Path))
        {
            for (int i = 0; i < amount / 2; i++)
            {
                locations.Add(writer.Append(Captures.RandomPage(random, i)));
                locations.Add(writer.Append(Captures.File(Captures.RandomBytes(random, 2000))));
            }
        }

        (int exit, string output) = Run("node", [Path.Combine(Here, "read.mjs"), folder.Only("*.warc.gz")]);

        Assert.Equal(0, exit);
        List<JsonElement> records =
            [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement)];
        ArchiveReport own = ArchiveChecker.Check(folder.Path);
        Assert.Empty(own.Findings);
        Assert.Equal(own.Records, records.Count);
        Assert.Equal(
            locations.Select(l => l.Offset),
            records.Where(r => r.GetProperty("type").GetString() is "response" or "resource")
                .Select(r => r.GetProperty("offset").GetInt64()));
        Assert.Equal(
            amount / 2 * 2, records.Count(r => r.GetProperty("payloadAgrees").ValueKind == JsonValueKind.True));
        Assert.DoesNotContain(records, r => r.GetProperty("payloadAgrees").ValueKind == JsonValueKind.False);
    }

    [Fact]
    public void An_independent_reader_finds_what_the_index_of_a_package_promises()
    {
        Assert.SkipUnless(
            Directory.Exists(Path.Combine(Here, "node_modules", "warcio")), "run npm install in the Oracles folder");
        Random random = Replay.Random();
        using TempFolder folder = new();
        using (WarcWriter writer = WarcWriter.Open(folder["archive"]))
        {
            for (int i = 0; i < 300; i++)
                writer.Append(Captures.RandomPage(random, i) with { Truncated = null });
        }

        using (FileStream package = File.Create(folder["a.wacz"]))
            WaczPackage.Write(folder["archive"], package, "馆藏", [new WaczPage("http://a.gov.cn/", Captures.Day, "报告", "1")]);
        ZipFile.ExtractToDirectory(folder["a.wacz"], folder["out"]);

        (int exit, string output) = Run(
            "node", [Path.Combine(Here, "read.mjs"), .. Directory.GetFiles(Path.Combine(folder["out"], "archive"))]);

        Assert.Equal(0, exit);
        using GZipStream index = new(File.OpenRead(Path.Combine(folder["out"], "indexes", "index.cdx.gz")), CompressionMode.Decompress);
        using StreamReader lines = new(index);
        Dictionary<string, string> promised = lines.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line.Split(' ', 3)[2]).RootElement)
            .ToDictionary(line => line.GetProperty("offset").GetString()!, line => line.GetProperty("url").GetString()!);
        Dictionary<string, string> found = output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement)
            .Where(record => record.GetProperty("type").GetString() == "response")
            .ToDictionary(record => record.GetProperty("offset").ToString(), record => record.GetProperty("url").GetString()!);
        Assert.Equal(300, found.Count);
        Assert.Equal(promised.OrderBy(p => p.Key, StringComparer.Ordinal), found.OrderBy(p => p.Key, StringComparer.Ordinal));
    }

    [SuppressMessage("Reliability", "CA2025", Justification = "The task is awaited; where the test fails before, the listener ends it.")]
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Reads_what_wget_wrote_and_agrees_with_its_digests(bool compressed)
    {
        Assert.SkipUnless(File.Exists("/usr/bin/wget"), "wget is not installed");
        using TempFolder folder = new();
        using TcpListener server = new(IPAddress.Loopback, 0);
        server.Start();
        string address = $"http://{server.LocalEndpoint}/";
        Task serving = ServeOnce(server);

        List<string> arguments = ["-q", "-O", folder["page"], "--warc-file=" + folder["w"], address + "a.html"];
        if (!compressed)
        {
            arguments.Insert(0, "--no-warc-compression");
        }

        (int exit, _) = await Task.Run(() => Run("/usr/bin/wget", arguments));
        Assert.Equal(0, exit);
        await serving;

        string file = folder.Only(compressed ? "*.warc.gz" : "*.warc");
        List<WarcEntry> entries = [.. new WarcReader(file).ReadAll()];
        Assert.All(entries, e => Assert.Empty(e.Findings));
        WarcRecord response = Assert.Single(entries, e => e.Record!.Type == "response").Record!;
        Assert.Equal(address + "a.html", response.TargetUri);
        Assert.Equal(DigestOutcome.Matches, response.PayloadDigest);
        Assert.Equal("法治政府", Encoding.UTF8.GetString(response.ReadPayload()));
        Assert.True(ArchiveChecker.Check(folder.Path).IsSound);
    }

    // One answer, in chunks, over a connection that is closed after it.
    private static async Task ServeOnce(TcpListener server)
    {
        using TcpClient client = await server.AcceptTcpClientAsync();
        using NetworkStream stream = client.GetStream();
        using StreamReader request = new(stream);
        while (await request.ReadLineAsync() is { Length: > 0 })
        {
        }

        byte[] body = "法治政府"u8.ToArray();
        string head = $"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n{body.Length:x}\r\n";
        await stream.WriteAsync((byte[])[.. Encoding.ASCII.GetBytes(head), .. body, .. "\r\n0\r\n\r\n"u8]);
    }

    private static (int Exit, string Output) Run(string tool, IEnumerable<string> arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(tool, arguments) { RedirectStandardOutput = true })!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output);
    }

    private static string Root()
    {
        DirectoryInfo? at = new(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "SearchEngine.sln")))
        {
            at = at.Parent;
        }

        return at?.FullName ?? throw new DirectoryNotFoundException("SearchEngine.sln");
    }
}
