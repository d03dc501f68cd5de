using System.Globalization;
using SearchEngine.Reports.Catalogue;
using SearchEngine.Reports.Model;
using SearchEngine.Search.Answers;
using SearchEngine.Search.Requests;
using SearchEngine.Search.Schema;

namespace SearchEngine.Search.Tests.Facets;

/// <summary>Counts an answer's numbers one report at a time, with nothing of the engine.</summary>
internal sealed class HandCount(IReadOnlyList<StoredReport> reports, SearchRequest request, string phrase)
{
    private static readonly string[] Fields = ["region", "year", "published", "topic", "issuerKind", "site"];

    public string Describe()
    {
        StoredReport[] universe = [.. reports.Where(report => Passes(report, but: null))];
        List<string> lines =
        [
            $"{universe.Count(Matches)} {(request.Query.Length == 0 ? 0 : universe.Sum(r => Occurrences(r, Chosen)))} of {universe.Length}",
        ];
        foreach (string field in Fields)
        {
            StoredReport[] under = [.. reports.Where(report => Passes(report, but: field))];
            foreach (string value in reports.SelectMany(report => Values(report, field)).Distinct().Order(StringComparer.Ordinal))
            {
                StoredReport[] with = [.. under.Where(report => Values(report, field).Contains(value))];
                if (value.Length > 0 || with.Length > 0)
                    lines.Add($"{field} {value} {with.Count(Matches)}/{with.Length}");
            }
        }

        foreach (BlockRole role in Enum.GetValues<BlockRole>())
        {
            StoredReport[] with = [.. universe.Where(report => report.Report.Lines.Any(line => line.Role == role))];
            Func<BodyLine, bool> inRole = line => line.Role == role;
            lines.Add(request.Query.Length == 0
                ? $"block {role} /{with.Length}"
                : $"block {role} {with.Count(r => Body(r, inRole) > 0)}/{with.Length} {with.Sum(r => Body(r, inRole))}");
        }

        return string.Join('\n', lines);
    }

    public static string Describe(SearchAnswer answer)
    {
        bool searched = answer.Query.Length > 0;
        List<string> lines = [$"{answer.Reports} {answer.Occurrences} of {answer.Of.Reports}"];
        lines.AddRange(Flat(answer.Facets.Region).OrderBy(node => node.Key, StringComparer.Ordinal)
            .Select(node => $"region {node.Key} {node.Count}/{node.Of}"));
        lines.AddRange(Years("year", answer.Facets.Year));
        lines.AddRange(Years("published", answer.Facets.Published));
        lines.AddRange(Values("topic", answer.Facets.Topic));
        lines.AddRange(Values("issuerKind", answer.Facets.IssuerKind));
        lines.AddRange(Values("site", answer.Facets.Site));
        lines.AddRange(answer.Facets.Block.Select(block => searched
            ? $"block {Labels.RoleOf(block.Value)} {block.Count}/{block.Of} {block.Occurrences}"
            : $"block {Labels.RoleOf(block.Value)} /{block.Of}"));
        return string.Join('\n', lines);
    }

    private static IEnumerable<string> Years(string field, IReadOnlyList<YearFacet> years) =>
        years.OrderBy(year => year.Value ?? 0).Select(year => $"{field} {year.Value?.ToString(CultureInfo.InvariantCulture)} {year.Count}/{year.Of}");

    private static IEnumerable<string> Values(string field, IReadOnlyList<ValueFacet> values) =>
        values.OrderBy(value => value.Value ?? "", StringComparer.Ordinal).Select(value => $"{field} {value.Value} {value.Count}/{value.Of}");

    private static IEnumerable<RegionFacet> Flat(IReadOnlyList<RegionFacet> nodes) =>
        nodes.SelectMany(node => Flat(node.Children).Prepend(node));

    private bool Matches(StoredReport report) => request.Query.Length == 0 || Occurrences(report, Chosen) > 0;

    private bool Restricts => request.Blocks.Count > 0 || request.Exclude.Any(exclusion => exclusion.Field == "block");

    private bool Chosen(BodyLine line) =>
        (request.Blocks.Count == 0 || request.Blocks.Contains(Labels.Of(line.Role)))
        && !request.Exclude.Contains(new Exclusion("block", Labels.Of(line.Role)));

    private int Occurrences(StoredReport report, Func<BodyLine, bool> chosen) =>
        Body(report, chosen) + (Restricts ? 0 : CountIn(report.Report.Title!));

    private int Body(StoredReport report, Func<BodyLine, bool> chosen) =>
        report.Report.Lines.Where(chosen).Sum(line => CountIn(line.Text));

    private int CountIn(string text)
    {
        int count = 0;
        for (int at = text.IndexOf(phrase, StringComparison.Ordinal); at >= 0; at = text.IndexOf(phrase, at + 1, StringComparison.Ordinal))
            count++;
        return count;
    }

    private bool Passes(StoredReport report, string? but) => Fields.Where(field => field != but).All(field =>
    {
        string[] values = [.. Values(report, field)];
        IReadOnlyList<string> chosen = field switch
        {
            "region" => request.Regions,
            "topic" => request.Topics,
            "issuerKind" => request.IssuerKinds,
            "site" => request.Sites,
            _ => [],
        };
        YearRange? range = field switch
        {
            "year" => request.Year,
            "published" => request.Published,
            _ => null,
        };
        return (chosen.Count == 0 || chosen.Any(values.Contains))
            && (range is not { } years || InRange(values[0], years))
            && !request.Exclude.Any(exclusion => exclusion.Field == field && values.Contains(exclusion.Value));
    });

    private static bool InRange(string year, YearRange range) => range.Missing
        ? year.Length == 0
        : year.Length > 0 && int.Parse(year, CultureInfo.InvariantCulture) is var number
            && number >= (range.From ?? 0) && number <= (range.To ?? 9999);

    private static IEnumerable<string> Values(StoredReport report, string field) => (field switch
    {
        "region" => PlaceKeys.Of(report.Report.Region),
        "year" => [report.Report.Year?.ToString(CultureInfo.InvariantCulture) ?? ""],
        "published" => [report.Report.Published?.Year.ToString(CultureInfo.InvariantCulture) ?? ""],
        "topic" => report.Topics,
        "issuerKind" => [report.Report.IssuerKind is { } kind ? Labels.Of(kind) : ""],
        _ => [report.Url is { } url ? new Uri(url).Host : ""],
    }).DefaultIfEmpty("");
}
