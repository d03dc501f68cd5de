using System.IO.Compression;
using System.Text.Json;
using SearchEngine.Index.Indexing;

namespace SearchEngine.TestKit;

/// <summary>Real text of the shared folder, with the rest of a document made at random.</summary>
public static class SharedCorpus
{
    private static string Folder => RepoPaths.Shared ?? throw new DirectoryNotFoundException("../shared is missing.");

    /// <summary>The lines of each sample report as they stand in its file.</summary>
    public static IReadOnlyList<Document> Seeds(Random random) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Folder, "seeds"), "*.txt").Order(StringComparer.Ordinal).Select(
            file => RandomCorpus.Describe(random, Path.GetFileNameWithoutExtension(file), File.ReadLines(file))),
    ];

    /// <summary>Work reports of governments as (id, lines).</summary>
    public static IEnumerable<(string Id, string[] Lines)> WorkReports()
    {
        int number = 0;
        foreach (string line in File.ReadLines(Path.Combine(Folder, "corpus", "work-reports-2026.jsonl")))
        {
            using JsonDocument report = JsonDocument.Parse(line);
            yield return ($"report{number++}", report.RootElement.GetProperty("text").GetString()!.Split('\n'));
        }
    }

    /// <summary>Laws as (id, lines), each line a paragraph.</summary>
    public static IEnumerable<(string Id, string[] Lines)> Laws()
    {
        using FileStream file = File.OpenRead(Path.Combine(Folder, "corpus", "laws.jsonl.gz"));
        using GZipStream unzipped = new(file, CompressionMode.Decompress);
        using StreamReader reader = new(unzipped);
        for (int number = 0; reader.ReadLine() is { } line; number++)
        {
            using JsonDocument law = JsonDocument.Parse(line);
            yield return ($"law{number}", law.RootElement.GetProperty("text").GetString()!.Split('\n'));
        }
    }
}
