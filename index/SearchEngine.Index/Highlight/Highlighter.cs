using SearchEngine.Index.Analysis;
using SearchEngine.Index.Indexing;
using SearchEngine.Index.Query;
using SearchEngine.Index.Search;

namespace SearchEngine.Index.Highlight;

/// <summary>
/// Finds a query's occurrences in text that need not be in an index: what it marks is what the index counts. The
/// positive phrases, wildcards and nearness queries are looked for, whether or not the text matches the query as a
/// whole.
/// </summary>
public sealed class Highlighter(IAnalyzer analyzer)
{
    public IAnalyzer Analyzer { get; } = analyzer;

    /// <summary>
    /// One range for each occurrence in a paragraph, ascending by start; dropped quotes and blanks inside are covered.
    /// Two sides that need only stand in one section are looked for in this paragraph alone: see the other overload.
    /// </summary>
    public IReadOnlyList<TextRange> Find(string paragraph, Query.Query query, bool wide, Zone zone) =>
        Find([new Paragraph(paragraph, zone, 0, 0)], query, wide)[0];

    /// <summary>The same for a whole document: one list for each paragraph.</summary>
    /// <exception cref="QueryTooComplexException">The query is over a limit.</exception>
    public IReadOnlyList<IReadOnlyList<TextRange>> Find(
        IReadOnlyList<Paragraph> paragraphs, Query.Query query, bool wide)
    {
        QueryPlan plan = QueryCompiler.Compile(query, Analyzer, wide);
        DocumentMatcher matcher = new(Analyzer, wide);
        List<TextRange>[] ranges = [.. paragraphs.Select(_ => new List<TextRange>())];
        foreach (Leaf leaf in plan.Leaves.Where(leaf => leaf.Counts))
        {
            foreach (Occurrence occurrence in matcher.Find(leaf, paragraphs))
                ranges[occurrence.Paragraph].Add(new TextRange(occurrence.Start, occurrence.End));
        }

        foreach (List<TextRange> list in ranges)
            list.Sort((left, right) => (left.Start, left.End).CompareTo((right.Start, right.End)));
        return ranges;
    }
}
