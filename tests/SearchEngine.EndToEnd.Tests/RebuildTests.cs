using SearchEngine.EndToEnd.Tests.Processes;

namespace SearchEngine.EndToEnd.Tests;

/// <summary>Catalogue and index are derived: the archive alone brings them back, answer for answer.</summary>
public sealed class RebuildTests
{
    [Theory]
    [InlineData("catalogue.db", "index")]
    [InlineData("index")]
    [InlineData("catalogue.db")]
    public async Task What_is_deleted_comes_back_from_the_archive(params string[] parts)
    {
        using var store = new TemporaryStore();
        Assert.Equal(0, (await Product.RunAsync("import", Expected.Folder(), "--store", store.Folder)).ExitCode);
        string before = Answer(await Product.RunAsync("search", "府院联动", "--json", "--store", store.Folder));

        foreach (string part in parts)
        {
            if (Directory.Exists(store.Path(part)))
                Directory.Delete(store.Path(part), recursive: true);
            else
                Directory.EnumerateFiles(store.Folder, part + "*").ToList().ForEach(File.Delete);
        }

        Outcome rebuild = await Product.RunAsync("index", "--rebuild", "--store", store.Folder);

        Assert.True(rebuild.ExitCode == 0, rebuild.Errors);
        Assert.Equal(before, Answer(await Product.RunAsync("search", "府院联动", "--json", "--store", store.Folder)));
        Assert.Equal(0, (await Product.RunAsync("check", "--store", store.Folder)).ExitCode);
    }

    [Theory]
    [InlineData("catalogue.db")]
    [InlineData("index")]
    public async Task Damage_is_reported_by_check_and_mended_by_a_rebuild(string part)
    {
        using var store = new TemporaryStore();
        Assert.Equal(0, (await Product.RunAsync("import", Expected.Folder(), "--store", store.Folder)).ExitCode);
        string before = Answer(await Product.RunAsync("search", "府院联动", "--json", "--store", store.Folder));
        string file = File.Exists(store.Path(part))
            ? store.Path(part)
            : new DirectoryInfo(store.Path(part)).EnumerateFiles().OrderByDescending(f => f.Length).First().FullName;
        byte[] bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        Array.Fill(bytes, (byte)0xA5, bytes.Length / 3, bytes.Length / 3);
        await File.WriteAllBytesAsync(file, bytes, TestContext.Current.CancellationToken);

        Outcome check = await Product.RunAsync("check", "--store", store.Folder);
        Assert.Equal(1, check.ExitCode);
        Assert.Contains(Path.GetFileName(file), check.Errors, StringComparison.Ordinal);

        Outcome rebuild = await Product.RunAsync("index", "--rebuild", "--store", store.Folder);
        Assert.True(rebuild.ExitCode == 0, rebuild.Errors);
        Assert.Equal(before, Answer(await Product.RunAsync("search", "府院联动", "--json", "--store", store.Folder)));
    }

    [Fact]
    public async Task A_damaged_archive_record_is_reported_with_its_place()
    {
        using var store = new TemporaryStore();
        Assert.Equal(0, (await Product.RunAsync("import", Expected.Folder(), "--store", store.Folder)).ExitCode);
        string file = Directory.EnumerateFiles(store.Path("archive"), "*.warc.gz").Single();
        byte[] bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        bytes[bytes.Length / 2] ^= 0x10;
        await File.WriteAllBytesAsync(file, bytes, TestContext.Current.CancellationToken);

        Outcome check = await Product.RunAsync("check", "--store", store.Folder);

        Assert.Equal(1, check.ExitCode);
        Assert.Contains(Path.GetFileName(file), check.Errors, StringComparison.Ordinal);
    }

    private static string Answer(Outcome outcome)
    {
        Assert.True(outcome.ExitCode == 0, outcome.Errors);
        int took = outcome.Output.IndexOf("\"tookMs\"", StringComparison.Ordinal);
        return outcome.Output.Remove(took, outcome.Output.IndexOf(',', took) - took);
    }
}
