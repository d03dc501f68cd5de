using SearchEngine.Index.Analysis;
using SearchEngine.Index.Query;
using SearchEngine.Index.Search;
using SearchEngine.Search.Answers;
using SearchEngine.Search.Elliptical;
using SearchEngine.Search.Passages;
using SearchEngine.Search.Schema;

namespace SearchEngine.Search.Service;

/// <summary>Makes the hits of an answer out of the engine's.</summary>
internal sealed class HitMaker(IAnalyzer analyzer, SearchLimits limits)
{
    private readonly PassageMaker passages = new(limits);

    /// <summary>A report that holds what was searched for.</summary>
    public SearchHit Literal(
        Searcher searcher, IndexHit hit, IndexRequest request, IReadOnlyList<EllipticalParagraph> shortened)
    {
        HitCard card = HitCard.Read(hit.Stored);
        IReadOnlyList<ParagraphMatch> matches = hit.Occurrences == 0
            ? []
            : searcher.Passages(hit.Document, request, limits.PassageParagraphs);
        return Head(hit, card) with
        {
            Elliptical = shortened.Sum(paragraph => paragraph.Matches.Count),
            Passages = passages.Make(card, matches, shortened),
        };
    }

    /// <summary>A report that shares words with a text: the paragraphs that hold most of them are shown.</summary>
    public SearchHit Related(Searcher searcher, IndexHit hit, IndexRequest request, string text)
    {
        HitCard card = HitCard.Read(hit.Stored);
        IndexRequest pairs = request with { Query = Pairs(text), Roles = null };
        IReadOnlyList<ParagraphMatch> best =
        [
            .. searcher.Passages(hit.Document, pairs, int.MaxValue)
                .Where(paragraph => !paragraph.IsTitle)
                .OrderByDescending(paragraph => Marked(paragraph))
                .ThenBy(paragraph => paragraph.Paragraph)
                .Take(1),
        ];
        return Head(hit, card) with { Passages = [.. passages.Make(card, best, []).Take(1)] };
    }

    private static SearchHit Head(IndexHit hit, HitCard card) => new()
    {
        Id = hit.Id,
        Title = card.Title,
        TitleInferred = card.TitleInferred,
        Region = card.Region,
        Year = card.Year,
        Published = card.Published,
        Issuer = card.Issuer,
        IssuerKind = card.IssuerKind,
        Url = card.Url,
        Score = hit.Score,
        Occurrences = hit.Occurrences,
        Explain = hit.Explanation is { } explanation ? Explain(explanation) : null,
    };

    /// <summary>The pairs of neighbouring units that related reports are found by.</summary>
    private OrQuery Pairs(string text)
    {
        UnitBuffer buffer = new();
        analyzer.Analyze(text, buffer);
        HashSet<string> pairs = [];
        for (int i = 0; i + 1 < buffer.Count && pairs.Count < limits.QueryLength; i++)
            if (!buffer.Units[i].IsBoundary && !buffer.Units[i + 1].IsBoundary)
                pairs.Add(text[buffer.Units[i].Start..buffer.Units[i + 1].End]);
        if (pairs.Count == 0)
            pairs.Add(text);
        return new OrQuery([.. pairs.Select(pair => new PhraseQuery(pair))]);
    }

    private static int Marked(ParagraphMatch paragraph) => paragraph.Ranges.Sum(range => range.End - range.Start);

    // As deep as the engine's tree: clauses within clauses, bounded by the parser.
    private static ScoreExplanation Explain(Explanation explanation) =>
        new(explanation.Value, explanation.What, [.. explanation.Parts.Select(Explain)]);
}
