using System.Net;
using System.Net.Sockets;
using SearchEngine.EndToEnd.Tests.Processes;

namespace SearchEngine.EndToEnd.Tests;

/// <summary>Whatever a person gets wrong is answered with a sentence, never with a stack trace or silence.</summary>
public sealed class WrongInputTests : IDisposable
{
    private readonly TemporaryStore _store = new();

    public void Dispose() => _store.Dispose();

    [Theory]
    [InlineData("--store", "/nowhere/at/all", "search", "府院联动")]
    [InlineData("serve", "--store", "/nowhere/at/all")]
    [InlineData("stats", "--store", "/nowhere/at/all")]
    [InlineData("check", "--store", "/nowhere/at/all")]
    [InlineData("index", "--store", "/nowhere/at/all")]
    public async Task Without_a_store_the_verb_says_how_to_make_one(params string[] arguments)
    {
        string[] ordered = arguments[0] == "--store" ? [.. arguments[2..], .. arguments[..2]] : arguments;

        await ExpectAsync(2, "还没有数据", ordered);
    }

    [Fact]
    public Task An_empty_folder_has_nothing_to_import() =>
        ExpectAsync(2, "是空的", "import", Directory.CreateDirectory(_store.Path("empty")).FullName, "--store", _store.Path("s"));

    [Theory]
    [InlineData("report", "x")]
    [InlineData("cite", "x")]
    [InlineData("stats")]
    [InlineData("index")]
    [InlineData("export", "--holdings", "unwritten.csv")]
    public async Task A_catalogue_that_is_none_is_said_to_be_damaged(params string[] arguments)
    {
        Directory.CreateDirectory(_store.Path("s"));
        await File.WriteAllBytesAsync(_store.Path("s/catalogue.db"), [.. Enumerable.Repeat((byte)'x', 5000)], TestContext.Current.CancellationToken);

        await ExpectAsync(1, "由归档重建", [.. arguments, "--store", _store.Path("s")]);
    }

    [Fact]
    public async Task An_export_into_a_folder_that_is_not_there_names_it()
    {
        await File.WriteAllTextAsync(_store.Path("a.jsonl"), """{"id":"a","title":"t","text":"x"}""", TestContext.Current.CancellationToken);
        await Product.RunAsync("import", _store.Path("a.jsonl"), "--store", _store.Path("s"));

        await ExpectAsync(2, "写不进去", "export", "--format", "csv", "--out", _store.Path("nowhere/a.csv"), "--store", _store.Path("s"));
        await ExpectAsync(2, "--format", "export", "--store", _store.Path("s"));
        await ExpectAsync(2, "csl-json", "export", "--format", "doc", "--store", _store.Path("s"));
        await ExpectAsync(2, "--out", "export", "--format", "xlsx", "--store", _store.Path("s"));
        await ExpectAsync(2, "没有区划代码", "search", "x", "--region", "999999", "--store", _store.Path("s"));
        await ExpectAsync(2, "不能是负数", "search", "x", "--limit", "-1", "--store", _store.Path("s"));
        await ExpectAsync(2, "不小于 0", "search", "x", "--limit", "ten", "--store", _store.Path("s"));
    }

    [Fact]
    public async Task A_batch_names_the_file_or_the_line_that_is_wrong()
    {
        await File.WriteAllTextAsync(_store.Path("a.jsonl"), """{"id":"a","title":"t","text":"府院联动"}""", TestContext.Current.CancellationToken);
        await Product.RunAsync("import", _store.Path("a.jsonl"), "--store", _store.Path("s"));
        await File.WriteAllTextAsync(_store.Path("good.tsv"), "1\t府院联动\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(_store.Path("bad.tsv"), "1\t府院联动\n没有制表符\n", TestContext.Current.CancellationToken);

        await ExpectAsync(2, "--trec", "search", "--batch", _store.Path("good.tsv"), "--store", _store.Path("s"));
        await ExpectAsync(2, "没有“", "search", "--batch", _store.Path("none.tsv"), "--trec", _store.Path("run"), "--store", _store.Path("s"));
        await ExpectAsync(2, "第 2 行", "search", "--batch", _store.Path("bad.tsv"), "--trec", _store.Path("run"), "--store", _store.Path("s"));
        await ExpectAsync(2, "写不进去", "search", "--batch", _store.Path("good.tsv"), "--trec", _store.Path("nowhere/run"), "--store", _store.Path("s"));
        await ExpectAsync(
            2, "不能是负数", "search", "--batch", _store.Path("good.tsv"), "--trec", _store.Path("run"), "--limit", "-1", "--store", _store.Path("s"));
    }

    [Fact]
    public Task A_path_that_does_not_exist_is_named() => ExpectAsync(2, "没有“nothing-here”", "import", "nothing-here", "--store", _store.Path("s"));

    [Fact]
    public async Task A_mistyped_path_leaves_no_store_behind()
    {
        await Product.RunAsync("import", "nothing-here", "--store", _store.Path("s"));

        Assert.False(Directory.Exists(_store.Path("s")));
    }

    [Fact]
    public Task A_crawl_of_a_port_without_a_service_says_so()
    {
        string host = $"127.0.0.1:{FreePort()}";
        return ExpectAsync(
            1, "主机拒绝连接", "crawl", $"http://{host}/", "--allow-host", host, "--delay", "0.01", "--store", _store.Path("s"));
    }

    [Fact]
    public Task A_crawl_of_loopback_that_nobody_named_says_how_to_name_it() =>
        ExpectAsync(2, "请加 --allow-host 127.0.0.1:1", "crawl", "http://127.0.0.1:1/", "--store", _store.Path("s"));

    [Theory]
    [InlineData("a.html")]
    [InlineData("a.txt")]
    [InlineData("a.pdf")]
    [InlineData("a.docx")]
    [InlineData("a.bin")]
    public async Task A_binary_file_is_refused(string name)
    {
        string path = _store.Path(name);
        byte[] noise = new byte[5000];
        new Random(7).NextBytes(noise);
        await File.WriteAllBytesAsync(path, noise, TestContext.Current.CancellationToken);

        await ExpectAsync(2, "", "clean", path);
        await ExpectAsync(2, "", "import", path, "--store", _store.Path("s"));
    }

    [Fact]
    public Task A_folder_cannot_be_cleaned() => ExpectAsync(2, "import", "clean", _store.Folder);

    [Fact]
    public Task A_host_that_is_not_allowed_is_not_crawled() =>
        ExpectAsync(2, "--allow-host", "crawl", "http://127.0.0.1:9/index.html", "--store", _store.Path("s"));

    [Fact]
    public async Task An_unreachable_host_is_said_to_be_unreachable()
    {
        string host = $"127.0.0.1:{FreePort()}";

        await ExpectAsync(1, host, "crawl", $"http://{host}/index.html", "--allow-host", host, "--delay", "0.01", "--store", _store.Path("s"));
    }

    [Fact]
    public Task An_address_without_a_scheme_is_refused() => ExpectAsync(2, "http://", "crawl", "www.example.gov.cn", "--store", _store.Path("s"));

    [Fact]
    public async Task A_port_in_use_is_named()
    {
        await ImportOneAsync();
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        int port = ((IPEndPoint)taken.LocalEndpoint).Port;

        await ExpectAsync(1, "端口", "serve", "--urls", $"http://127.0.0.1:{port}", "--store", _store.Path("s"));
        await ExpectAsync(2, $"端口 {port} 已被占用", "demo", "--port", $"{port}", "--store", _store.Path("t"));
    }

    [Fact]
    public async Task A_missing_quote_is_repaired_and_named()
    {
        await ImportOneAsync();

        Outcome outcome = await Product.RunAsync("search", "“府院联动", "--store", _store.Path("s"), "--json");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("\"error\":{", outcome.Output.Replace(" ", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("()")]
    [InlineData("“”")]
    [InlineData("年份:abc")]
    public async Task A_query_that_says_nothing_is_refused(string query)
    {
        await ImportOneAsync();

        await ExpectAsync(2, "第 1 个字符", "search", query, "--store", _store.Path("s"));
    }

    [Fact]
    public async Task An_id_that_does_not_exist_is_named()
    {
        await ImportOneAsync();

        await ExpectAsync(2, "没有编号为“ffff”的报告", "report", "ffff", "--store", _store.Path("s"));
    }

    [Theory]
    [InlineData("serch", "府院联动")]
    [InlineData("search", "x", "--regoin", "370000")]
    [InlineData("search", "x", "--year", "abcd")]
    [InlineData("search", "x", "--year", "2024..2020")]
    [InlineData("search", "x", "--sort", "best")]
    [InlineData("search", "x", "--block", "序言")]
    [InlineData("search", "x", "--limit", "-1")]
    [InlineData("search", "x", "--limit", "many")]
    [InlineData("search", "x", "--exclude", "colour=red")]
    [InlineData("clean")]
    [InlineData("import")]
    [InlineData("crawl")]
    [InlineData("serve", "--urls", "nonsense")]
    [InlineData("demo", "--port", "99999")]
    public async Task Wrong_usage_is_answered_in_one_chinese_sentence(params string[] arguments)
    {
        await ImportOneAsync();

        await ExpectAsync(2, "", arguments[0] is "search" or "serve" ? [.. arguments, "--store", _store.Path("s")] : arguments);
    }

    [Theory]
    [InlineData]
    [InlineData("demo")]
    [InlineData("crawl")]
    [InlineData("import")]
    [InlineData("clean")]
    [InlineData("index")]
    [InlineData("check")]
    [InlineData("search")]
    [InlineData("report")]
    [InlineData("stats")]
    [InlineData("serve")]
    public async Task Every_verb_explains_itself(params string[] verb)
    {
        Outcome outcome = await Product.RunAsync([.. verb, "--help"]);

        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("用法", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Usage", outcome.Output, StringComparison.Ordinal);
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private static async Task ExpectAsync(int exitCode, string part, params string[] arguments)
    {
        Outcome outcome = await Product.RunAsync(arguments);

        Assert.True(outcome.ExitCode == exitCode, $"exit {outcome.ExitCode}: {outcome.Output}{outcome.Errors}");
        Assert.Contains(part, outcome.Errors, StringComparison.Ordinal);
        Assert.Matches(@"[\u4e00-\u9fff]", outcome.Errors);
        Assert.DoesNotContain("   at ", outcome.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("Unhandled", outcome.Errors, StringComparison.Ordinal);
        Assert.Equal("", outcome.Output);
    }

    private async Task ImportOneAsync()
    {
        string path = _store.Path("one.txt");
        await File.WriteAllTextAsync(path, "某某区2024年度法治政府建设情况报告\n\n2024年,全区推进府院联动。\n\n一、工作成效\n\n成效明显。\n");
        Assert.Equal(0, (await Product.RunAsync("import", path, "--store", _store.Path("s"))).ExitCode);
    }
}
