namespace SearchEngine.Evidence.Tests;

/// <summary>The measuring material that lies beside the repository and is never part of it.</summary>
internal static class SharedMaterial
{
    /// <summary>
    /// Absolute path of a file or folder of the material. Skips the running test when it is not there, except in CI,
    /// where its absence is a failure.
    /// </summary>
    public static string Path(params string[] parts)
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "SearchEngine.sln")))
            folder = folder.Parent;
        string path = System.IO.Path.Combine([folder?.Parent?.FullName ?? "", "shared", .. parts]);
        bool there = File.Exists(path) || Directory.Exists(path);
        Assert.SkipUnless(there || Environment.GetEnvironmentVariable("CI") == "true", "No measuring material here.");
        Assert.True(there, $"The measuring material is missing: {path}");
        return path;
    }

    /// <summary>The five sample reports as text, in the order of their numbers.</summary>
    public static IReadOnlyList<string> Seeds() =>
        [.. Directory.GetFiles(Path("seeds"), "*.txt").Order(StringComparer.Ordinal).Select(File.ReadAllText)];
}
