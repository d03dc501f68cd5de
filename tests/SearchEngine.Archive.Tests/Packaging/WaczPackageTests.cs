using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SearchEngine.Archive.Indexing;
using SearchEngine.Archive.Packaging;
using SearchEngine.Archive.Reading;
using SearchEngine.Archive.Writing;

namespace SearchEngine.Archive.Tests.Packaging;

public sealed class WaczPackageTests
{
    [Fact]
    public void Every_file_of_a_package_has_the_digest_and_length_that_the_list_states()
    {
        using TempFolder folder = Filled(200);
        using ZipArchive zip = new(new MemoryStream(Packed(folder)), ZipArchiveMode.Read);

        using JsonDocument list = JsonDocument.Parse(Bytes(zip, "datapackage.json"));
        JsonElement[] resources = [.. list.RootElement.GetProperty("resources").EnumerateArray()];

        Assert.Equal("1.1.1", list.RootElement.GetProperty("wacz_version").GetString());
        Assert.Equal(
            zip.Entries.Select(e => e.FullName).Except(["datapackage.json", "datapackage-digest.json"]),
            resources.Select(r => r.GetProperty("path").GetString()));
        Assert.All(resources, resource =>
        {
            byte[] bytes = Bytes(zip, resource.GetProperty("path").GetString()!);
            Assert.Equal(bytes.Length, resource.GetProperty("bytes").GetInt64());
            Assert.Equal("sha256:" + Convert.ToHexStringLower(SHA256.HashData(bytes)), resource.GetProperty("hash").GetString());
        });
        using JsonDocument digest = JsonDocument.Parse(Bytes(zip, "datapackage-digest.json"));
        Assert.Equal(
            "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Bytes(zip, "datapackage.json"))),
            digest.RootElement.GetProperty("hash").GetString());
        Assert.All(zip.Entries, entry => Assert.Equal(entry.Length, entry.CompressedLength));
    }

    [Fact]
    public void The_same_archive_gives_the_same_bytes()
    {
        using TempFolder folder = Filled(50);

        Assert.Equal(Packed(folder), Packed(folder));
    }

    [Fact]
    public void Every_line_of_the_index_leads_to_its_record_and_nothing_is_missing()
    {
        using TempFolder folder = Filled(1500);
        using ZipArchive zip = new(new MemoryStream(Packed(folder)), ZipArchiveMode.Read);
        string[] lines = Unpacked(Bytes(zip, "indexes/index.cdx.gz"));

        Assert.Equal(lines.Order(StringComparer.Ordinal), lines);
        List<WarcRecord> replayable =
            [.. folder.Files("*.warc.gz").SelectMany(f => new WarcReader(f).ReadAll()).Select(e => e.Record!)
                .Where(r => r.Type is "response" or "resource" || r.IsSamePayload)];
        Assert.Equal(replayable.Count, lines.Length);
        byte[] file = File.ReadAllBytes(folder.Only("*.warc.gz"));
        foreach (string line in lines)
        {
            using JsonDocument fields = JsonDocument.Parse(line.Split(' ', 3)[2]);
            string Value(string name) => fields.RootElement.GetProperty(name).GetString()!;
            Assert.True(zip.GetEntry("archive/" + Value("filename"))!.Length == file.Length);
            int offset = int.Parse(Value("offset"), System.Globalization.CultureInfo.InvariantCulture);
            int length = int.Parse(Value("length"), System.Globalization.CultureInfo.InvariantCulture);
            string record = Encoding.UTF8.GetString(Gunzip(file[offset..(offset + length)]));
            Assert.Contains($"WARC-Target-URI: {Value("url")}\r\n", record, StringComparison.Ordinal);
            Assert.Contains($"WARC-Payload-Digest: {Value("digest")}\r\n", record, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_index_of_the_index_names_the_first_line_of_every_block()
    {
        using TempFolder folder = Filled(1500);
        using ZipArchive zip = new(new MemoryStream(Packed(folder)), ZipArchiveMode.Read);
        byte[] index = Bytes(zip, "indexes/index.cdx.gz");
        string[] blocks = Encoding.UTF8.GetString(Bytes(zip, "indexes/index.idx")).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(2, blocks.Length - 1);
        foreach (string block in blocks.Skip(1))
        {
            using JsonDocument place = JsonDocument.Parse(block.Split(' ', 3)[2]);
            int offset = place.RootElement.GetProperty("offset").GetInt32();
            byte[] bytes = index[offset..(offset + place.RootElement.GetProperty("length").GetInt32())];
            Assert.StartsWith(
                string.Join(' ', block.Split(' ', 3)[..2]) + " ", Encoding.UTF8.GetString(Gunzip(bytes)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_pages_are_listed_with_address_time_and_title()
    {
        using TempFolder folder = Filled(3);
        using ZipArchive zip = new(new MemoryStream(Packed(folder)), ZipArchiveMode.Read);

        string[] lines = Encoding.UTF8.GetString(Bytes(zip, "pages/pages.jsonl")).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        using JsonDocument page = JsonDocument.Parse(lines[1]);
        Assert.Equal("json-pages-1.0", JsonDocument.Parse(lines[0]).RootElement.GetProperty("format").GetString());
        Assert.Equal("报告", page.RootElement.GetProperty("title").GetString());
        Assert.Equal("2025-02-28T08:30:00Z", page.RootElement.GetProperty("ts").GetString());
    }

    [Theory]
    [InlineData("http://www.jinan.gov.cn/A.html?q=1", "cn,gov,jinan)/a.html?q=1")]
    [InlineData("https://sf.jinan.gov.cn:8443/", "cn,gov,jinan,sf:8443)/")]
    [InlineData("http://127.0.0.1:8080/a", "127.0.0.1:8080)/a")]
    [InlineData("file:///a%20b.html", "file:///a%20b.html")]
    public void An_address_becomes_the_key_that_replay_tools_look_for(string url, string key) =>
        Assert.Equal(key, SurtKey.Of(url));

    [Fact]
    public void A_manifest_is_what_sha256sum_checks()
    {
        using TempFolder folder = Filled(20);
        StringWriter lines = new();

        int files = FixityManifest.Write(folder.Path, "", lines);

        Assert.Equal(1, files);
        string file = folder.Only("*.warc.gz");
        Assert.Equal(
            $"{Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)))}  {Path.GetFileName(file)}\n", lines.ToString());
    }

    private static TempFolder Filled(int pages)
    {
        Random random = Replay.Random();
        TempFolder folder = new();
        using WarcWriter writer = WarcWriter.Open(folder.Path);
        for (int i = 0; i < pages; i++)
        {
            HttpCapture page = Captures.RandomPage(random, i) with { Truncated = null };
            RecordLocation at = writer.Append(page);
            if (i % 10 == 0)
            {
                WarcRecord holder = WarcReader.ReadAt(folder.Path, at);
                writer.Append(page with { SamePayloadAs = holder, FetchedAt = page.FetchedAt.AddYears(1) });
                writer.Append(Captures.File(Captures.RandomBytes(random, 500)));
            }
        }

        return folder;
    }

    private static byte[] Packed(TempFolder folder)
    {
        using MemoryStream target = new();
        WaczPackage.Write(folder.Path, target, "馆藏", [new WaczPage("http://a.gov.cn/", Captures.Day, "报告", "1")]);
        return target.ToArray();
    }

    private static byte[] Bytes(ZipArchive zip, string name)
    {
        using Stream entry = zip.GetEntry(name)!.Open();
        using MemoryStream bytes = new();
        entry.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static string[] Unpacked(byte[] index) =>
        Encoding.UTF8.GetString(Gunzip(index)).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static byte[] Gunzip(byte[] bytes)
    {
        using GZipStream gzip = new(new MemoryStream(bytes), CompressionMode.Decompress);
        using MemoryStream plain = new();
        gzip.CopyTo(plain);
        return plain.ToArray();
    }
}
