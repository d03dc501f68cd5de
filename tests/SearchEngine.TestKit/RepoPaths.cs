namespace SearchEngine.TestKit;

/// <summary>Where the sources and the shared material lie, found from the running test.</summary>
public static class RepoPaths
{
    /// <summary>The folder that holds SearchEngine.sln.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The folder of shared material beside the repository, or null when this machine has none.</summary>
    public static string? Shared
    {
        get
        {
            string path = Path.GetFullPath(Path.Combine(Root, "..", "shared"));
            return Directory.Exists(path) ? path : null;
        }
    }

    /// <summary>True where absent material is a failure and not a reason to skip.</summary>
    public static bool IsContinuousIntegration => Environment.GetEnvironmentVariable("CI") == "true";

    /// <summary>
    /// True when a test on shared material should be skipped. In continuous integration its absence throws instead.
    /// </summary>
    public static bool SharedIsMissing()
    {
        if (Shared is not null)
            return false;
        return IsContinuousIntegration ? throw new DirectoryNotFoundException("../shared is missing.") : true;
    }

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "SearchEngine.sln")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException("No SearchEngine.sln above " + AppContext.BaseDirectory);
    }
}
