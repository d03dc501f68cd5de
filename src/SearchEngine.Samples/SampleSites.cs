using System.Text.Json;

namespace SearchEngine.Samples;

/// <summary>The sample sites beside the executable, in the order of <c>Sites/sites.json</c>.</summary>
public static class SampleSites
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private static readonly string Root = Path.Combine(AppContext.BaseDirectory, "Sites");

    private static readonly Lazy<IReadOnlyList<SampleFolder>> Folders = new(Read);

    public static IReadOnlyList<SampleFolder> All => Folders.Value;

    /// <summary>
    /// Absolute path of <c>expected.json</c>: for every page of every site what a person reads off it.
    /// </summary>
    public static string ExpectedFile => Path.Combine(Root, "expected.json");

    private static List<SampleFolder> Read()
    {
        string list = File.ReadAllText(Path.Combine(Root, "sites.json"));
        Entry[] entries = JsonSerializer.Deserialize<Entry[]>(list, Json) ?? [];
        return [.. entries.Select(e => new SampleFolder(e.Name, e.Title, Path.Combine(Root, e.Name), e.StatesCharset))];
    }

    private sealed record Entry(string Name, string Title, bool StatesCharset);
}
