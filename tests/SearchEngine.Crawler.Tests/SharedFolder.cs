namespace SearchEngine.Crawler.Tests;

/// <summary>The folder of sample sites beside the repository. Needed in CI, optional elsewhere.</summary>
internal static class SharedFolder
{
    public static string Require(string name)
    {
        DirectoryInfo? root = new(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "SearchEngine.sln")))
        {
            root = root.Parent;
        }

        string path = Path.Combine(root?.Parent?.FullName ?? "/", "shared", name);
        bool there = Directory.Exists(path);
        bool needed = string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase);
        Assert.True(there || !needed, $"{path} is missing");
        Assert.SkipUnless(there, $"{path} is not here");
        return path;
    }
}
