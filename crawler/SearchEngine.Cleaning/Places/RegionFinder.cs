using System.Text.RegularExpressions;
using SearchEngine.Cleaning.Fields;
using SearchEngine.Cleaning.Lines;
using SearchEngine.Reports.Model;
using SearchEngine.Reports.Regions;

namespace SearchEngine.Cleaning.Places;

/// <summary>Collects from a page what may tell its place, and has it resolved.</summary>
internal sealed partial class RegionFinder(RegionTable table)
{
    private readonly RegionResolver resolver = new(table);

    /// <summary>The place, or null; noted in the ledger with its evidence and what was rejected.</summary>
    public RegionRef? Find(PlaceQuestion question, PageFacts facts, PageOutline outline, FieldLedger ledger)
    {
        List<(string, string)> organisations = [.. question.Signature.Select(line => (line, "署名"))];
        foreach (string field in new[] { "issuer", "publisher", "source" })
            if (facts.First(field) is { } value)
                organisations.Add((value.Value!, value.Label));
        foreach (string name in new[] { "contentsource", "sitename" })
            if (facts.Meta(name) is { } meta)
                organisations.Add((meta.Content, name));
        if (question.IsReport)
        {
            organisations.AddRange(facts.Above(25).Select(facts.Line)
                .Where(line => LinePatterns.IsOrganisation(line.Text)).Select(line => (line.Text, "页面")));
            if (outline.DocumentTitle is { } document)
                organisations.Add((document, "网页标题"));
            organisations.AddRange(outline.Lines.Where(line => line.Text.Length < 120 && Host().IsMatch(line.Text))
                .Select(line => (line.Text, "页脚")));
        }

        List<RejectedCandidate> rejected = [];
        RegionRef? region = resolver.Resolve(
            new PlaceClues
            {
                Title = question.Title,
                Year = question.Year,
                IndexNumber = question.IndexNumber,
                SiteCode = facts.Meta("siteidcode")?.Content ?? outline.Lines
                    .Select(line => SiteCode().Match(line.Text))
                        .FirstOrDefault(match => match.Success)?.Groups[1].Value,
                Organisations = organisations,
                Opening = question.Lines.Count > 0 ? question.Lines[0] : null,
                Body = string.Join('\n', question.Lines),
                TitleTells = question.IsReport,
            },
            rejected);
        ledger.Add("region", region is null ? null
            : string.Join('/', region.Path), region?.Evidence, region?.Evidence, 0.9, rejected);
        return region;
    }

    [GeneratedRegex(@"主办|版权所有|承办", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Host();

    [GeneratedRegex(@"标识码\s*[:：]?\s*(?:bm)?(\d{10})(?!\d)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SiteCode();
}
