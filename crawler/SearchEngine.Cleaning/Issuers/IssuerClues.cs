using SearchEngine.Reports.Model;

namespace SearchEngine.Cleaning.Issuers;

/// <summary>What may tell who accounts.</summary>
/// <param name="Title">The title, or null.</param>
/// <param name="Region">The place, or null.</param>
/// <param name="Signature">Lines of the signature.</param>
/// <param name="Body">The whole text, with the site's name.</param>
/// <param name="IsReport">True for a report; other articles are issued by whom the page says.</param>
internal sealed record IssuerClues(string? Title, RegionRef? Region, IReadOnlyList<string> Signature, string Body,
    bool IsReport);
