using System.Xml.Linq;

namespace SearchEngine.Structure.Tests;

/// <summary>Who may reference whom. Data flows one way; the process that serves users cannot reach the writing stages.</summary>
public sealed class ProjectGraphTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Reports"] = [],
        ["Index"] = [],
        ["Samples"] = [],
        ["Analysis"] = ["Index"],
        ["Archive"] = ["Reports"],
        ["Crawler"] = ["Reports"],
        ["Cleaning"] = ["Reports"],
        ["Evidence"] = ["Reports", "Analysis"],
        ["Search"] = ["Reports", "Analysis", "Index", "Evidence"],
        ["Ingest"] = ["Reports", "Index", "Analysis", "Archive", "Crawler", "Cleaning", "Evidence", "Search"],
        ["Web"] = ["Reports", "Analysis", "Index", "Evidence", "Archive", "Search"],
        ["Cli"] = ["Ingest", "Web", "Samples"],
    };

    private static readonly Dictionary<string, string[]> AllowedPackages = new()
    {
        ["Reports"] = ["Microsoft.Data.Sqlite"],
        ["Index"] = [],
        ["Analysis"] = [],
    };

    [Fact]
    public void Every_product_project_references_only_what_it_may()
    {
        string[] problems = [.. ProductProjects().SelectMany(project =>
            project.References.Except(Allowed.GetValueOrDefault(project.Name, [])).Select(other => $"{project.Name} → {other}"))];

        Assert.Empty(problems);
    }

    [Fact]
    public void Every_product_project_stands_in_the_table()
    {
        Assert.Equal(Allowed.Keys.Order(), ProductProjects().Select(project => project.Name).Order());
    }

    [Fact]
    public void The_inner_projects_depend_on_the_base_class_library_only()
    {
        foreach ((string name, string[] packages) in AllowedPackages)
            Assert.Empty(ProductProjects().Single(project => project.Name == name).Packages.Except(packages));
    }

    [Fact]
    public void The_web_project_reaches_neither_crawler_nor_cleaning_nor_ingest_by_any_path()
    {
        Dictionary<string, string[]> graph = ProductProjects().ToDictionary(project => project.Name, project => project.References);
        HashSet<string> reached = [];
        var queue = new Queue<string>(["Web"]);
        while (queue.TryDequeue(out string? name))
        {
            foreach (string next in graph[name].Where(reached.Add))
                queue.Enqueue(next);
        }

        Assert.DoesNotContain("Crawler", reached);
        Assert.DoesNotContain("Cleaning", reached);
        Assert.DoesNotContain("Ingest", reached);
    }

    private static List<(string Name, string[] References, string[] Packages)> ProductProjects() =>
    [
        .. new[] { "src", "index", "crawler" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.csproj", SearchOption.AllDirectories))
            .Select(file =>
            {
                XDocument project = XDocument.Load(file);
                return (ShortName(file), Includes(project, "ProjectReference").Select(ShortName).ToArray(),
                    Includes(project, "PackageReference").ToArray());
            }),
    ];

    private static IEnumerable<string> Includes(XDocument project, string element) =>
        project.Descendants(element).Select(reference => reference.Attribute("Include")!.Value);

    private static string ShortName(string path) =>
        Path.GetFileNameWithoutExtension(path.Replace('\\', '/'))["SearchEngine.".Length..];
}
