namespace SearchEngine.Structure.Tests;

/// <summary>The project's own tree, found from where the tests run.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static IEnumerable<string> SourceFiles(string extension) => Directory
        .EnumerateFiles(Root, "*" + extension, SearchOption.AllDirectories)
        .Where(path => !Path.GetRelativePath(Root, path).Split(Path.DirectorySeparatorChar)
            .Any(part => part is "bin" or "obj" or ".git" or "node_modules" or "TestResults"));

    private static string Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "SearchEngine.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException("The tests do not run inside the project's tree.");
    }
}
