using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using SearchEngine.Reports.Model;

namespace SearchEngine.Cleaning.Tests;

/// <summary>The comparisons of the cleaning acceptance over the five sites and the five plain texts.</summary>
public sealed class AcceptanceTests
{
    [Fact]
    public void The_pages_of_the_five_sites_are_cleaned_as_expected()
    {
        string shared = SharedFolder.Path();
        List<string> problems = [];
        foreach (JsonElement want in Expected(shared, "sites/expected.json").EnumerateArray())
        {
            string path = Path.Combine(shared, "sites", Text(want, "site")!, Text(want, "page")!);
            Compare(Text(want, "page")!, Clean(path), want, problems);
        }

        Assert.Empty(problems);
    }

    [Fact]
    public void The_plain_texts_are_cleaned_as_expected()
    {
        string shared = SharedFolder.Path();
        List<string> problems = [];
        foreach (JsonProperty seed in Expected(shared, "data/seeds.expected.json").EnumerateObject())
            CompareSeed(seed.Name, Clean(Path.Combine(shared, "seeds", Text(seed.Value, "file")!)), seed.Value, problems);
        Assert.Empty(problems);
    }

    [Fact]
    public void Cleaning_a_cleaned_text_again_changes_nothing()
    {
        string shared = SharedFolder.Path();
        foreach (string file in Directory.GetFiles(Path.Combine(shared, "seeds"), "*.txt"))
        {
            CleanReport first = Clean(file);

            CleanReport second = new PageCleaner().Clean(Pages.Input(first.Title + "\n\n" + first.Text));

            Assert.Equal(first.Text, second.Text);
            Assert.Equal(first.Blocks.Select(block => block.Role), second.Blocks.Select(block => block.Role));
        }
    }

    private static CleanReport Clean(string path) =>
        new PageCleaner().Clean(new PageInput(File.ReadAllBytes(path), null, null, path, null));

    private static void Compare(string name, CleanReport got, JsonElement want, List<string> problems)
    {
        Check(name, "kind", Labels.Of(got.Kind), Text(want, "kind"), problems);
        if (Text(want, "title") is { } title)
            Check(name, "title", Norm(got.Title), Norm(title), problems);
        if (got.Kind != PageKind.Report)
            return;
        Check(name, "region", string.Join('/', got.Region?.Path ?? []), string.Join('/', want.GetProperty("region").EnumerateArray().Select(e => e.GetString())), problems);
        Check(name, "code", got.Region?.Code, Text(want, "code"), problems);
        if (Text(want, "internal_code") is { } internalCode)
            Check(name, "internal code", got.Region?.InternalCode, internalCode, problems);
        Check(name, "year", got.Year?.ToString(CultureInfo.InvariantCulture), want.GetProperty("year").ToString(), problems);
        Check(name, "published", got.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Text(want, "published"), problems);
        Check(name, "issuer", Norm(got.Issuer), Norm(Text(want, "issuer")), problems);
        Check(name, "issuer inferred", got.IssuerInferred.ToString(), want.TryGetProperty("issuer_inferred", out _).ToString(), problems);
        Check(name, "index number", got.IndexNumber, Text(want, "index_number"), problems);
        Check(name, "document number", got.DocumentNumber, Text(want, "document_number"), problems);
        Check(name, "title inferred", got.TitleInferred.ToString(), want.TryGetProperty("title_inferred", out _).ToString(), problems);
        if (Text(want, "publisher") is { } publisher)
            Check(name, "publisher", got.Publisher, publisher, problems);
        if (Text(want, "source") is { } source)
            Check(name, "source", got.Source, source, problems);
        Check(name, "paragraphs", got.Lines.Count().ToString(CultureInfo.InvariantCulture), want.GetProperty("paragraphs").ToString(), problems);
        CompareBody(name, got, Text(want, "first")!, Text(want, "last")!, Text(want, "closing"), want.GetProperty("absent"), problems);
        if (Text(want, "next_page") is { } next && !got.NextPages.Any(url => url.EndsWith(next, StringComparison.Ordinal)))
            problems.Add($"{name}: {next} is not among the next pages");
    }

    private static void CompareSeed(string name, CleanReport got, JsonElement want, List<string> problems)
    {
        JsonElement[][] path = [.. want.GetProperty("region_path").EnumerateArray().Select(step => step.EnumerateArray().ToArray())];
        Check(name, "kind", Labels.Of(got.Kind), "report", problems);
        Check(name, "title", Norm(got.Title), Norm(Text(want, "title")), problems);
        Check(name, "region", string.Join('/', got.Region?.Path ?? []), string.Join('/', path.Select(step => step[0].GetString())), problems);
        Check(name, "code", got.Region?.Code, path[^1][1].GetString(), problems);
        Check(name, "year", got.Year?.ToString(CultureInfo.InvariantCulture), want.GetProperty("report_year").ToString(), problems);
        Check(name, "published", got.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Text(want, "publish_date"), problems);
        Check(name, "index number", got.IndexNumber, Text(want, "index_number"), problems);
        Check(name, "document number", got.DocumentNumber, Text(want, "doc_number"), problems);
        string issuer = Text(want, "issuer")!;
        Check(name, "issuer", Norm(got.Issuer), Norm(issuer.Replace("（推断）", "", StringComparison.Ordinal)), problems);
        Check(name, "issuer inferred", got.IssuerInferred.ToString(), issuer.Contains("推断", StringComparison.Ordinal).ToString(), problems);
        Check(name, "title inferred", got.TitleInferred.ToString(), (name == "002").ToString(), problems);
        string closing = Text(want, "closing") == "特此报告。" ? "特此报告。" : "";
        CompareBody(name, got, Text(want, "first")!, Text(want, "last")!, closing.Length > 0 ? closing : null, want.GetProperty("must_not_contain"), problems);
        Block[] level1 = [.. got.Blocks.Where(block => block.Level == 1)];
        Check(name, "headings", string.Join('|', level1.Select(block => Norm(block.Heading))), string.Join('|', want.GetProperty("h1").EnumerateArray().Select(e => Norm(e.GetString()))), problems);
        Check(name, "roles", string.Join('|', level1.Select(block => Labels.Of(block.Role))), string.Join('|', want.GetProperty("roles").EnumerateArray().Select(e => e.GetString()!.Split('(')[0])), problems);
        foreach (string trap in want.GetProperty("doc_number_traps").EnumerateArray().Select(e => e.GetString()!).Where(trap => trap.Contains('〔', StringComparison.Ordinal)))
            if (!got.CitedDocumentNumbers.Contains(trap))
                problems.Add($"{name}: {trap} is not among the cited numbers");
        if (name is "003" or "004" && got.Repairs.Count == 0)
            problems.Add($"{name}: no repair is listed");
        if (name == "003" && !got.Fields.SelectMany(field => field.Rejected).Any(rejected => rejected.Raw.Contains("2017-08-20", StringComparison.Ordinal)))
            problems.Add($"{name}: the left-over date is not among the rejected candidates");
    }

    private static void CompareBody(
        string name, CleanReport got, string first, string last, string? closing, JsonElement absent,
            List<string> problems)
    {
        string body = Norm(got.Text)!;
        if (!body.StartsWith(Norm(first)!, StringComparison.Ordinal))
            problems.Add($"{name}: the body begins with {body[..Math.Min(30, body.Length)]}");
        if (!body.EndsWith(Norm(last + closing)!, StringComparison.Ordinal))
            problems.Add($"{name}: the body ends with {body[^Math.Min(30, body.Length)..]}");
        problems.AddRange(absent.EnumerateArray().Select(e => e.GetString()!)
            .Where(text => body.Contains(Norm(text)!, StringComparison.Ordinal))
            .Select(text => $"{name}: the body contains {text}"));
    }

    private static void Check(string name, string field, string? have, string? want, List<string> problems)
    {
        if (have != want)
            problems.Add($"{name}: {field} is {have ?? "null"}, expected {want ?? "null"}");
    }

    private static JsonElement Expected(string shared, string file) =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(shared, file))).RootElement;

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String
            ? value.GetString() : null;

    private static string? Norm(string? text) =>
        text is null ? null : Regex.Replace(text.Normalize(NormalizationForm.FormKC), @"\s+", "", RegexOptions.NonBacktracking);
}
