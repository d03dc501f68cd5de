using SearchEngine.Reports.Model;
using SearchEngine.Reports.Versions;

namespace SearchEngine.Reports.Catalogue;

/// <summary>The reading side of the catalogue: all that the process which serves users may do with it.</summary>
public interface IReportReader
{
    /// <summary>The report with this id, or null.</summary>
    StoredReport? Find(string id);

    /// <summary>Ids of the reports of a place (GB/T 2260 or internal code) and year, ascending.</summary>
    IReadOnlyList<string> FindByPlaceAndYear(string code, int year);

    /// <summary>Years for which a report of this place is held, ascending, with the report's id.</summary>
    IReadOnlyList<(int Year, string Id)> YearsOf(string code);

    /// <summary>What is held, in numbers.</summary>
    Holdings Holdings();

    /// <summary>
    /// Captures of a page's own address with the text that each had, oldest first, errors and unchanged answers among
    /// them; null for an unknown id. A reader that keeps no versions has an empty history.
    /// </summary>
    PageHistory? History(string id) => Find(id) is null ? null : new PageHistory([]);
}

/// <summary>What is held.</summary>
/// <param name="Reports">Pages of kind report (and jsonl documents).</param>
/// <param name="Regions">Distinct places among them.</param>
/// <param name="FirstYear">Earliest report year; null when none is known.</param>
/// <param name="LastYear">Latest report year.</param>
/// <param name="LastIngest">When something was last added or changed, UTC; null for an empty store.</param>
/// <param name="Captures">Responses and files in the archive.</param>
/// <param name="PagesByKind">Cleaned pages by kind.</param>
public sealed record Holdings(
    int Reports,
    int Regions,
    int? FirstYear,
    int? LastYear,
    DateTimeOffset? LastIngest,
    int Captures,
    IReadOnlyDictionary<PageKind, int> PagesByKind);
