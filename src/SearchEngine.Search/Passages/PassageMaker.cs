using SearchEngine.Index.Search;
using SearchEngine.Reports.Model;
using SearchEngine.Search.Answers;
using SearchEngine.Search.Elliptical;
using SearchEngine.Search.Schema;

namespace SearchEngine.Search.Passages;

/// <summary>Chooses and cuts the passages that a hit shows.</summary>
internal sealed class PassageMaker(SearchLimits limits)
{
    /// <summary>Block label of a passage out of the title.</summary>
    public const string TitleBlock = "标题";

    private readonly PassageCutter cutter = new(limits.PassageLength);

    /// <summary>
    /// The passages of a report, in the order of its text: the title if it has a hit; then the first of every block, a
    /// shortened form, and what else there is room for.
    /// </summary>
    public IReadOnlyList<Passage> Make(
        HitCard card, IReadOnlyList<ParagraphMatch> literal, IReadOnlyList<EllipticalParagraph> elliptical)
    {
        List<Candidate> all = [];
        foreach (ParagraphMatch paragraph in literal)
            foreach ((TextRange piece, IReadOnlyList<TextRange> ranges) in cutter.Cut(paragraph.Text, paragraph.Ranges))
                all.Add(new Candidate(paragraph, piece, ranges, IsElliptical: false));
        foreach (EllipticalParagraph paragraph in elliptical)
            foreach (EllipticalMatch match in paragraph.Matches)
                all.Add(Shortened(paragraph.Paragraph, match));
        return
        [
            .. Choose(all)
                .OrderBy(candidate => candidate.Paragraph.Paragraph)
                .ThenBy(candidate => candidate.Piece.Start)
                .Select(candidate => ToPassage(card, candidate)),
        ];
    }

    private Candidate Shortened(ParagraphMatch paragraph, EllipticalMatch match)
    {
        (TextRange piece, _) = cutter.Cut(paragraph.Text, [match.Whole])[0];
        return new Candidate(paragraph, piece, [match.Head, match.Tail], IsElliptical: true);
    }

    private IEnumerable<Candidate> Choose(List<Candidate> all)
    {
        IEnumerable<Candidate> body = all.Where(candidate => !candidate.Paragraph.IsTitle);
        IEnumerable<Candidate> inOrderOfWorth =
        [
            .. all.Where(candidate => candidate.Paragraph.IsTitle).Take(1),
            .. body.Where(candidate => !candidate.IsElliptical).DistinctBy(candidate => candidate.Paragraph.Role),
            .. body.Where(candidate => candidate.IsElliptical).Take(1),
            .. body,
        ];
        return inOrderOfWorth.Distinct().Take(limits.Passages);
    }

    private static Passage ToPassage(HitCard card, Candidate candidate)
    {
        ParagraphMatch paragraph = candidate.Paragraph;
        int line = paragraph.Paragraph - (card.Title is null ? 0 : 1);
        int from = candidate.Piece.Start;
        return new Passage(
            paragraph.IsTitle ? TitleBlock : Labels.Of((BlockRole)paragraph.Role),
            paragraph.IsTitle ? null : card.HeadingOf(paragraph.Section - ReportDocuments.FirstBodySection),
            paragraph.IsTitle ? null : card.ParagraphOf(line),
            paragraph.Text[from..candidate.Piece.End],
            [.. candidate.Ranges.Select(range => new[] { range.Start - from, range.End - from })],
            candidate.IsElliptical);
    }

    private sealed record Candidate(
        ParagraphMatch Paragraph, TextRange Piece, IReadOnlyList<TextRange> Ranges, bool IsElliptical);
}
