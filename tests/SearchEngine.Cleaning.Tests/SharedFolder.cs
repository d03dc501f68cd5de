namespace SearchEngine.Cleaning.Tests;

/// <summary>Finds the folder of measuring material that lies beside the repository, where there is one.</summary>
internal static class SharedFolder
{
    /// <summary>Its path; skips the test where it is absent, fails it where the environment says it must be
    /// there.</summary>
    public static string Path()
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (File.Exists(System.IO.Path.Combine(at.FullName, "SearchEngine.sln")))
            {
                string shared = System.IO.Path.Combine(at.Parent!.FullName, "shared");
                if (Directory.Exists(shared))
                    return shared;
                break;
            }

        Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", "The shared folder is not beside the repository.");
        throw new DirectoryNotFoundException("The shared folder is required in CI and absent.");
    }
}
