namespace SearchEngine.Cleaning.Tests.Hostile;

/// <summary>A page made to break the cleaner, made anew for each test so that only one is in memory.</summary>
/// <param name="Name">What it tries.</param>
/// <param name="Make">Makes it.</param>
public sealed record HostilePage(string Name, Func<PageInput> Make)
{
    public static HostilePage Of(string name, Func<string> html, string? url = "http://a.example/b/c.html") =>
        new(name, () => Pages.Input(html(), url));

    public override string ToString() => Name;
}
