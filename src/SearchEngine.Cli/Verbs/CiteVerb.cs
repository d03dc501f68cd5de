using System.CommandLine;
using System.Globalization;
using SearchEngine.Cli.Terminal;
using SearchEngine.Ingest.Store;
using SearchEngine.Reports.Catalogue;
using SearchEngine.Reports.Citations;

namespace SearchEngine.Cli.Verbs;

/// <summary>cite: a report as a reference.</summary>
internal static class CiteVerb
{
    private static readonly string[] Forms = ["gbt", "ris", "bibtex", "csl-json"];
    private static readonly string[] Editions = ["2025", "2015"];

    public static Command Create()
    {
        var ids = new Argument<string[]>("编号") { Description = "检索结果里的编号，可写几个", Arity = ArgumentArity.OneOrMore };
        var form = new Option<string>("--format")
        {
            Description = "gbt（默认）、ris、bibtex 或 csl-json",
            HelpName = "格式",
            DefaultValueFactory = _ => "gbt",
        };
        var edition = new Option<string>("--edition")
        {
            Description = "GB/T 7714 的版本：2025（默认）或 2015",
            HelpName = "年份",
            DefaultValueFactory = _ => "2025",
        };
        var accessed = new Option<string?>("--accessed") { Description = "访问日期，如 2026-01-15；不写则为最近一次取得网页的日期", HelpName = "日期" };
        Option<string> store = CommonOptions.Store();
        Option<bool> json = CommonOptions.Json();
        var command = new Command("cite", "引用：GB/T 7714 参考文献、RIS、BibTeX、CSL-JSON") { ids, form, edition, accessed, store, json };
        command.SetAction(parsed =>
        {
            int chosen = RequestValues.OneOf("--format", parsed.GetRequiredValue(form), Forms);
            var rules = (GbtEdition)RequestValues.OneOf("--edition", parsed.GetRequiredValue(edition), Editions);
            DateOnly? day = Day(parsed.GetValue(accessed));
            var reader = new CatalogueReader(StoreFolder.Existing(parsed.GetRequiredValue(store)).Catalogue);
            List<Citation> citations = [.. parsed.GetRequiredValue(ids).Select(id => Find(reader, id, day))];
            if (parsed.GetValue(json))
                JsonOutput.Write(citations.ConvertAll(Document));
            else if (chosen == 0)
                citations.ForEach(citation => Console.Out.WriteLine(GbtCitation.Format(citation, rules)));
            else
                References.Write(Console.Out, citations, (ReferenceFormat)(chosen - 1));
            foreach (Citation citation in citations.Where(citation => citation.TitleInferred))
                Messages.Say($"{citation.Id} 的题名是推定的，网页没有写明，引用前请核对。");
            return ExitCode.Done;
        });
        return command;
    }

    private static Citation Find(CatalogueReader reader, string id, DateOnly? accessed)
    {
        StoredReport report = reader.Find(id) ?? throw new WrongInputException($"没有编号为“{id}”的报告；编号见 searchengine search 的结果。");
        var citation = Citation.Of(report);
        return accessed is not null && citation.Url is not null ? citation with { Accessed = accessed } : citation;
    }

    private static DateOnly? Day(string? text)
    {
        if (text is null)
            return null;
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
            ? day
            : throw new WrongInputException($"--accessed 的值“{text}”不对，应是 2026-01-15 这样的日期。");
    }

    private static object Document(Citation citation) => new
    {
        citation.Id,
        gbt2025 = GbtCitation.Format(citation, GbtEdition.Gbt2025),
        gbt2015 = GbtCitation.Format(citation, GbtEdition.Gbt2015),
        ris = RisRecord.Format(citation),
        bibtex = BibTexEntry.Format(citation),
        csl = CslItem.Of(citation),
        citation.TitleInferred,
        snapshot = citation.Snapshot,
    };
}
