using System.Text.Json;
using SearchEngine.Samples;

namespace SearchEngine.EndToEnd.Tests.Samples;

/// <summary>What a person reads off one sample page: an entry of <c>expected.json</c>.</summary>
internal sealed record ExpectedPage
{
    /// <summary>Name of the site.</summary>
    public required string Site { get; init; }

    /// <summary>Path below the site's root, with forward slashes.</summary>
    public required string Page { get; init; }

    /// <summary>
    /// report, other or list as cleaning names them; continuation for a further page of a report, which a crawl joins
    /// to the page named by <see cref="Continues"/>.
    /// </summary>
    public required string Kind { get; init; }

    public string? Title { get; init; }

    public bool TitleInferred { get; init; }

    /// <summary>Names from the province down.</summary>
    public IReadOnlyList<string>? Region { get; init; }

    public string? Code { get; init; }

    public string? InternalCode { get; init; }

    public int? Year { get; init; }

    public DateOnly? Published { get; init; }

    public string? Issuer { get; init; }

    public bool IssuerInferred { get; init; }

    public string? Publisher { get; init; }

    public string? Source { get; init; }

    public string? IndexNumber { get; init; }

    /// <summary>The first sentence of the body.</summary>
    public string? First { get; init; }

    /// <summary>The roles of the level-1 headings in their order.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>Words of the page that are not of the body.</summary>
    public IReadOnlyList<string> Absent { get; init; } = [];

    public string? NextPage { get; init; }

    public string? Continues { get; init; }

    /// <summary>True when robots.txt forbids the page: no crawl may ask for it.</summary>
    public bool Disallowed { get; init; }

    /// <summary>The page's file beside the executable.</summary>
    public string File => Path.Combine(SampleSites.All.Single(site => site.Name == Site).Folder, Page);

    /// <summary>All entries, ascending by site and page.</summary>
    public static IReadOnlyList<ExpectedPage> All() => JsonSerializer.Deserialize<ExpectedPage[]>(
        System.IO.File.ReadAllText(SampleSites.ExpectedFile), JsonSerializerOptions.Web)!;
}
