using System.Text;
using SearchEngine.Index.Facets;
using SearchEngine.Index.Indexing;
using SearchEngine.Index.Query;
using SearchEngine.Index.Reading;
using SearchEngine.Index.Schema;
using SearchEngine.Index.Store;

namespace SearchEngine.Index.Search;

/// <summary>Answers requests on one snapshot. May be used from several threads.</summary>
public sealed class Searcher(IndexReader reader)
{
    public IndexReader Reader { get; } = reader;

    /// <summary>
    /// Evaluates every leaf on every segment, joins the leaves in the tree, counts and ranks. When the budget ends, the
    /// segments finished so far are the answer, and it is marked partial.
    /// </summary>
    /// <exception cref="QueryTooComplexException">The query is over a limit.</exception>
    /// <exception cref="ArgumentException">A filter, facet or sort names a field that does not fit; From or Limit is
    /// negative; After is a hit of no document of the snapshot.</exception>
    /// <exception cref="CorruptIndexException">A file of the index is damaged.</exception>
    public IndexResult Search(IndexRequest request)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(request.From);
        ArgumentOutOfRangeException.ThrowIfNegative(request.Limit);
        QueryPlan plan = QueryCompiler.Compile(request.Query, Reader.Analyzer, request.Wide);
        using IndexReader.Lease lease = Reader.Acquire();
        BudgetMeter budget = new(request.Budget);
        RunExpansions runs = RunExpansions.Of(plan, Reader.Segments);
        List<SegmentMatches> segments = Match(request, plan, runs, budget);
        try
        {
            IndexResult result = Gather(request, plan, segments);
            return result with { Partial = budget.IsSpent || runs.IsCut };
        }
        finally
        {
            segments.ForEach(segment => segment.Dispose());
        }
    }

    private IndexResult Gather(IndexRequest request, QueryPlan plan, List<SegmentMatches> segments)
    {
        FacetCounter[] facets = [.. request.Facets.Select(name => CounterOf(name, request.Sideways))];
        ulong mask = RoleMask.Of(request.Roles);
        RoleCounter roles = new(Reader.Schema.Roles, plan);
        Ranking ranking = new(Reader, plan, segments);
        HitCollector collector = new(Reader, request);
        int universe = 0;
        int documents = 0;
        long occurrences = 0;
        for (int number = 0; number < segments.Count; number++)
        {
            universe += segments[number].UniverseCount;
            HitTally tally = ranking.Tally(number, collector, mask);
            roles.Add(segments[number]);
            using RowCounts rows = new(segments[number]);
            foreach (FacetCounter facet in facets)
                facet.Add(number, segments[number], rows);
            (int found, long times) = tally.Collect();
            documents += found;
            occurrences += times;
            segments[number].DropTally();
        }

        return new IndexResult
        {
            Documents = documents,
            Occurrences = occurrences,
            Universe = universe,
            Hits = HitsOf(Reader, collector.Take(request.From, request.Limit), request.Explain ? hit => ranking.Explain(hit, mask) : null),
            Facets = [.. facets.Select(facet => facet.ToCounts())],
            Roles = roles.ToCounts(),
        };
    }

    /// <summary>
    /// The document's paragraphs with hits, in the order of the document: all of them, or the best
    /// <paramref name="limit"/>. Best is one of each role first, by most occurrences, then the rest by most
    /// occurrences.
    /// </summary>
    public IReadOnlyList<ParagraphMatch> Passages(int document, IndexRequest request, int limit)
    {
        QueryPlan plan = QueryCompiler.Compile(request.Query, Reader.Analyzer, request.Wide);
        using IndexReader.Lease lease = Reader.Acquire();
        (int number, int local) = Reader.Locate(document);
        SegmentReader segment = Reader.Segments[number].Reader;
        ulong mask = RoleMask.Of(request.Roles);
        RunExpansions runs = RunExpansions.Of(plan, Reader.Segments);
        ParagraphTable table = new();
        segment.ReadParagraphs(local, table);
        int[] numbers = PassageParagraphs.Of(segment, plan, runs, table, Reader.Analyzer, mask, limit);
        char[] buffer = [];
        Paragraph[] paragraphs = [.. numbers.Select(paragraph => segment.ParagraphOf(table, paragraph, ref buffer))];
        return PassageSelection.Of(plan, paragraphs, numbers, Reader.Analyzer, mask, limit);
    }

    /// <summary>All paragraphs of a document as they were added; a title's role is 0.</summary>
    public IReadOnlyList<Paragraph> Paragraphs(int document)
    {
        using IndexReader.Lease lease = Reader.Acquire();
        (int segment, int local) = Reader.Locate(document);
        return Reader.Segments[segment].Reader.ParagraphsOf(local);
    }

    private List<SegmentMatches> Match(IndexRequest request, QueryPlan plan, RunExpansions runs, BudgetMeter budget)
    {
        List<SegmentMatches> matches = [];
        PlanTerms terms = PlanTerms.Of(plan, Reader.Segments);
        for (int number = 0; number < Reader.Segments.Count; number++)
            matches.Add(SegmentEvaluator.Evaluate(Reader, number, plan, runs, terms, request, budget));
        return matches;
    }

    private FacetCounter CounterOf(string name, bool sideways)
    {
        int field = SchemaRules.FieldOf(Reader.Schema, name);
        return new FacetCounter(Reader.Facet(field), field, sideways);
    }

    /// <summary>Candidates as hits. <paramref name="explain"/>: null for hits without an explanation.</summary>
    internal static IndexHit[] HitsOf(
        IndexReader reader, IReadOnlyList<HitCollector.Candidate> page, Func<HitCollector.Candidate, Explanation>? explain)
    {
        // Nothing of these documents was read before: they are waited for together.
        foreach (HitCollector.Candidate hit in page)
            reader.Segments[hit.Segment].Reader.FetchStarts(hit.Document);
        foreach (HitCollector.Candidate hit in page)
            reader.Segments[hit.Segment].Reader.FetchStored(hit.Document);
        return [.. page.Select(hit => HitOf(reader.Segments[hit.Segment], hit, explain?.Invoke(hit)))];
    }

    private static IndexHit HitOf(SnapshotSegment segment, in HitCollector.Candidate hit, Explanation? explanation) => new(
        segment.Reader.Id(hit.Document),
        Encoding.UTF8.GetString(segment.Reader.Stored(hit.Document)),
        hit.Score,
        hit.Occurrences,
        segment.FirstDocument + hit.Document,
        explanation);
}
