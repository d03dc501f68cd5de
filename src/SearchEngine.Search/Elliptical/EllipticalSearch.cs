using SearchEngine.Index.Analysis;
using SearchEngine.Index.Query;
using SearchEngine.Index.Search;

namespace SearchEngine.Search.Elliptical;

/// <summary>Finds shortened forms in an index: the index names candidates, the stored text decides.</summary>
internal sealed class EllipticalSearch(Searcher searcher, IAnalyzer analyzer, SearchLimits limits)
{
    /// <summary>Counts the shortened forms of a phrase.</summary>
    /// <param name="phrase">The text of a query that is one phrase.</param>
    /// <param name="literal">The literal search; its filters, blocks and budget hold here too.</param>
    /// <param name="conditions">Clauses of the query that are not filters.</param>
    public EllipticalCounts Count(string phrase, IndexRequest literal, IReadOnlyList<Query> conditions)
    {
        if (EllipticalForm.Of(phrase, analyzer) is not { } form)
            return EllipticalCounts.None;
        IndexRequest request = literal with
        {
            Query = conditions.Count == 0 ? form.Candidates() : new AndQuery([form.Candidates(), .. conditions]),
            Wide = false,
            Facets = [],
            Sort = [],
            From = 0,
            Limit = limits.EllipticalCandidates,
            Explain = false,
        };
        IndexResult candidates = searcher.Search(request);
        EllipticalFinder finder = new(analyzer, limits.EllipticalMembers);
        Dictionary<string, IReadOnlyList<EllipticalParagraph>> byReport = [];
        foreach (IndexHit hit in candidates.Hits)
        {
            literal.Budget.Cancellation.ThrowIfCancellationRequested();
            List<EllipticalParagraph> verified = [];
            foreach (ParagraphMatch paragraph in searcher.Passages(hit.Document, request, int.MaxValue))
                if (finder.Find(paragraph.Text, form) is { Count: > 0 } matches)
                    verified.Add(new EllipticalParagraph(paragraph, matches));
            if (verified.Count > 0)
                byReport[hit.Id] = verified;
        }

        return new EllipticalCounts(
            byReport.Values.Sum(paragraphs => paragraphs.Sum(paragraph => paragraph.Matches.Count)),
            byReport,
            candidates.Partial || candidates.Documents > candidates.Hits.Count);
    }
}
