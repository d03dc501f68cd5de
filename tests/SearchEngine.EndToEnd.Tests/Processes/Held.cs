using System.Text.Json;

namespace SearchEngine.EndToEnd.Tests.Processes;

/// <summary>What a store answers.</summary>
internal static class Held
{
    /// <summary>Titles and years of all reports, in order.</summary>
    public static async Task<IReadOnlyList<string>> ReportsAsync(TemporaryStore store)
    {
        JsonElement all = await Product.JsonAsync("search", "--limit", "100000", "--store", store.Folder);
        return
        [
            .. all.GetProperty("hits").EnumerateArray()
                .Select(hit => $"{hit.GetProperty("title")} {hit.GetProperty("year")}").Order(StringComparer.Ordinal),
        ];
    }
}
