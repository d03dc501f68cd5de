using SearchEngine.Cleaning.Dates;
using SearchEngine.Cleaning.Extraction;
using SearchEngine.Cleaning.Fields;
using SearchEngine.Cleaning.Lines;
using SearchEngine.Reports.Model;

namespace SearchEngine.Cleaning.Issuers;

/// <summary>
/// Tells the issuer (who accounts) from the publisher (who put the page up) and the source. A department that publishes
/// the government's report is its publisher. An issuer that the page does not state is inferred from the place, and
/// says so.
/// </summary>
internal sealed class IssuerFinder(PageFacts facts, IReadOnlySet<int> leftoverLines)
{
    private const int MaxNameChars = 60, NearLines = 25;

    public IssuerFinding Find(IssuerClues clues, FieldLedger ledger)
    {
        string? source = Source(ledger);
        List<(string Name, string From)> stated = [.. Stated(clues, source)];
        (string Name, string From)? issuer = clues.IsReport
            ? stated.Cast<(string, string)?>().FirstOrDefault(candidate => Accounts(candidate!.Value.Item1, clues))
            : stated.Count > 0 ? stated[0] : null;
        if (issuer is { } brief && stated.Find(other => other.Name != brief.Name
            && other.Name.EndsWith(brief.Name, StringComparison.Ordinal)) is { Name: not null } full)
            issuer = full;
        string? inferred = issuer is null && clues.IsReport ? Inferred(clues) : null;
        string? name = issuer?.Name ?? inferred;
        ledger.Add("issuer", name, issuer?.Name, issuer?.From ?? "推定：地区与正文", inferred is null ? 0.95 : 0.6,
            stated.Where(other => other.Name != name)
                .Select(other => new RejectedCandidate(other.Name, $"{other.From}，非报告主体")));

        LabelledValue? publisher = facts.First("publisher") ?? facts.First("issuer");
        string? published = publisher?.Value is { Length: <= MaxNameChars } value
            && (name is null || (!name.EndsWith(value, StringComparison.Ordinal)
                && !value.EndsWith(name, StringComparison.Ordinal))) ? value : null;
        ledger.Add("publisher", published, publisher?.Value, $"field block {publisher?.Label}", 0.9);
        return new IssuerFinding(name, inferred is not null, published, source);
    }

    private IEnumerable<(string Name, string From)> Stated(IssuerClues clues, string? source)
    {
        if (clues.IsReport && clues.Title is { } title && IssuerNames.FromTitle(title) is { } titled)
            yield return (titled, "标题");
        if (Signatures.Issuers(clues.Signature).SelectMany(IssuerNames.Split)
            .Distinct().ToArray() is { Length: > 0 } signed && clues.IsReport)
            yield return (string.Join('、', signed), "署名");
        foreach (string field in new[] { "issuer", "publisher" })
            if (facts.First(field) is { Value.Length: <= MaxNameChars } labelled
                && (field == "issuer" || clues.IsReport))
                yield return (labelled.Value, $"field block {labelled.Label}");
        if (!clues.IsReport)
        {
            if (Signatures.Issuers(clues.Signature).ToArray() is { Length: > 0 } under)
                yield return (string.Join('、', under), "署名");
            yield break;
        }

        foreach (int number in facts.Above(NearLines))
            if (facts.Line(number) is { LinkChars: 0, Noise: false } line && LinePatterns.IsOrganisation(line.Text)
                && IssuerNames.Split(line.Text) is { Count: > 0 } bare && !leftoverLines.Contains(number))
                yield return (string.Join('、', bare), "text line");
        if (source is not null && IssuerNames.Split(source) is { Count: > 0 } given)
            yield return (string.Join('、', given), "来源");
    }

    // A report that bears the name of a place alone is the account of its government, not of the department that
    // publishes it.
    private static bool Accounts(string candidate, IssuerClues clues)
    {
        if (clues.Title is { } title && IssuerNames.FromTitle(title) is { } titled)
            return candidate == titled;
        string? place = NamesPlace(clues) ? clues.Region!.Path[^1] : clues.Title is null ? null
            : IssuerNames.PlaceInTitle(clues.Title);
        if (place is null)
            return IssuerNames.KindOf(candidate) is not null;
        return candidate.Contains(place, StringComparison.Ordinal)
            && IssuerNames.KindOf(candidate) is IssuerKind.Government or IssuerKind.PartyAndGovernment or IssuerKind.ZoneCommittee or IssuerKind.Township;
    }

    private static bool NamesPlace(IssuerClues clues) =>
        clues.Region?.Evidence?.StartsWith("标题", StringComparison.Ordinal) == true;

    // Only a title that names its place tells whose government accounts; a department's site leaves it open.
    private static string? Inferred(IssuerClues clues)
    {
        if (clues.Region is not { } region || !NamesPlace(clues))
            return null;
        string last = region.Path[^1];
        if (region.Code is null)
            return clues.Body.Contains("党工委", StringComparison.Ordinal)
                && clues.Body.Contains("管委会", StringComparison.Ordinal)
                ? $"{last}党工委、管委会"
                : clues.Body.Contains("管委会", StringComparison.Ordinal)
                    || clues.Body.Contains("管理委员会", StringComparison.Ordinal)
                    ? $"{last}管理委员会"
                    : null;
        return region.Path.Count switch
        {
            1 => $"{last}人民政府",
            2 when region.Code.EndsWith("00", StringComparison.Ordinal) => $"{last}人民政府",
            _ => $"{region.Path[^2]}{last}人民政府",
        };
    }

    private string? Source(FieldLedger ledger)
    {
        List<RejectedCandidate> rejected = [];
        List<(string Value, string From)> found = [];
        if (facts.Meta("contentsource", "source", "mediaid", "article:source") is { } meta
            && Named(meta.Content) is { } stated)
            found.Add((stated, $"meta {meta.Name}"));
        foreach (LabelledValue value in facts.Labelled)
            if (value.Field == "source" && value.Value is not null && Named(value.Value) is { } named)
            {
                if (leftoverLines.Contains(value.Line))
                    rejected.Add(new RejectedCandidate(named, "与被否定的日期同行，模板残留"));
                else
                    found.Add((named, $"field block {value.Label}"));
            }

        if (found.Count == 0 && BesideDate() is { } beside)
            found.Add((beside, "text line"));
        string? source = found.Count > 0 ? found[0].Value : null;
        rejected.AddRange(found.Skip(1).Where(other => other.Value != source)
            .Select(other => new RejectedCandidate(other.Value, $"{other.From}，次序靠后")));
        ledger.Add("source", source, source, found.Count > 0 ? found[0].From : null, 0.9, rejected);
        return source;
    }

    // 2019-09-26 10:56:28 某某网: what stands beside the date in its own line above the text.
    private string? BesideDate()
    {
        foreach (int number in facts.Above(NearLines))
        {
            PageLine line = facts.Line(number);
            if (line.Text.Length > 80 || line.Noise || leftoverLines.Contains(number)
                || FieldBlock.IsFieldLine(line.Text)
                || DateReader.First(line.Text) is not { } hit)
                continue;
            string rest = SourceText.WithoutTools(line.Text.Remove(hit.Index, hit.Raw.Length));
            if (rest.Length is >= 2 and <= 20 && !rest.Contains(' ', StringComparison.Ordinal)
                && !LinePatterns.IsBoilerplate(rest))
                return rest;
        }

        return null;
    }

    private static string? Named(string value)
    {
        string name = SourceText.WithoutTools(DateReader.First(value) is { } hit
            ? value.Remove(hit.Index, hit.Raw.Length) : value);
        return name.Length is >= 2 and <= MaxNameChars && name.Any(char.IsLetter) ? name : null;
    }
}
