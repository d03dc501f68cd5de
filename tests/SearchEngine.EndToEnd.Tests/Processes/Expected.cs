using System.Text.Json;
using SearchEngine.Samples;

namespace SearchEngine.EndToEnd.Tests.Processes;

/// <summary>What a person reads off the sample sites.</summary>
internal static class Expected
{
    /// <summary>Titles and years of the sample reports, in order.</summary>
    public static async Task<IReadOnlyList<string>> ReportsAsync() =>
    [
        .. (await PagesAsync()).Where(page => page.GetProperty("kind").GetString() == "report")
            .Select(page => $"{page.GetProperty("title")} {page.GetProperty("year")}").Order(StringComparer.Ordinal),
    ];

    public static async Task<IReadOnlyList<JsonElement>> PagesAsync() =>
        JsonSerializer.Deserialize<List<JsonElement>>(await File.ReadAllTextAsync(SampleSites.ExpectedFile))!;

    /// <summary>The folder with all sample sites, as files to import.</summary>
    public static string Folder() => Path.GetDirectoryName(SampleSites.ExpectedFile)!;
}
