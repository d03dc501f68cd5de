using System.Globalization;
using SearchEngine.Index.Query;
using SearchEngine.Index.Search;

namespace SearchEngine.Benchmarks;

/// <summary>A line of the list of queries: class, query, and for phrase_filter province and range of years.</summary>
internal sealed record BenchmarkQuery(string Class, string Text, string? Province, long From, long To)
{
    public static IReadOnlyList<BenchmarkQuery> ReadAll(string file) =>
    [
        .. File.ReadLines(file).Select(line => line.Split('\t')).Where(parts => parts[0] != "class").Select(parts =>
            parts[0] == "phrase_filter"
                ? new BenchmarkQuery(parts[0], parts[1], parts[2], Number(parts[3]), Number(parts[4]))
                : new BenchmarkQuery(parts[0], parts[1], null, 0, 0)),
    ];

    public IReadOnlyList<string> Words => Class is "and" or "or" ? Text.Split(' ') : [Text.TrimEnd('*')];

    /// <summary>The request, made anew as every caller would.</summary>
    public IndexRequest ToRequest() => new()
    {
        Query = Class switch
        {
            "and" => new AndQuery([.. Words.Select(word => new PhraseQuery(word))]),
            "or" => new OrQuery([.. Words.Select(word => new PhraseQuery(word))]),
            "prefix" => new WildcardQuery(Text),
            _ => new PhraseQuery(Text),
        },
        Filters = Province is null
            ? []
            : [new AnyOfFilter("province", [Province]), new RangeFilter("year", From, To)],
        Facets = BenchmarkIndex.Facets,
        // The peers count the hits that all conditions leave.
        Sideways = false,
    };

    /// <summary>Whether a scan of a record, its text canonical, finds it.</summary>
    public bool Matches(CorpusRecord record)
    {
        if (Province is not null && (record.Province != Province || record.Year < From || record.Year > To))
            return false;
        return Class == "or"
            ? Words.Any(word => Contains(record, word))
            : Words.All(word => Contains(record, word));
    }

    private static bool Contains(CorpusRecord record, string word) =>
        record.Text.Contains(CanonicalText.Of(word).TrimEnd('\n'), StringComparison.Ordinal);

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
