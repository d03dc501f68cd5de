using SearchEngine.Index.Indexing;
using SearchEngine.Index.Schema;

namespace SearchEngine.Benchmarks;

/// <summary>How a corpus is put into an index: what the peers' harness puts into theirs.</summary>
internal static class BenchmarkIndex
{
    public static readonly IReadOnlyList<string> Facets = ["province", "year", "topic"];

    public static IndexSchema Schema { get; } = new(
        [
            new FieldSpec("province", FieldKind.Keyword),
            new FieldSpec("region", FieldKind.Keyword),
            new FieldSpec("year", FieldKind.Number),
            new FieldSpec("topic", FieldKind.Keywords),
        ],
        Roles: 1);

    public static Document ToDocument(CorpusRecord record)
    {
        Dictionary<string, IReadOnlyList<string>> keywords = new(StringComparer.Ordinal) { ["topic"] = record.Topics };
        if (record.Region.Length > 0)
        {
            keywords["province"] = [record.Province];
            keywords["region"] = [record.Region];
        }

        Dictionary<string, long> numbers = new(StringComparer.Ordinal);
        if (record.Year is { } year)
            numbers["year"] = year;
        return new Document
        {
            Id = record.Id,
            // Searched is the text alone, as the peers do; the title is stored.
            Paragraphs = [.. record.Text.Split('\n').Select(line => new Paragraph(line, Zone.Body, 0, 0))],
            Keywords = keywords,
            Numbers = numbers,
            Stored = record.Title + "\t" + record.Region,
        };
    }
}
