using SearchEngine.Cleaning.Fields;
using SearchEngine.Cleaning.Html;
using SearchEngine.Cleaning.Lines;
using SearchEngine.Reports.Model;

namespace SearchEngine.Cleaning.Titles;

/// <summary>
/// Chooses the title among the metas, the field block, the document's title and the lines above the text. Candidates
/// are scored by where they stand and how they look, and support one another when they are the same words.
/// </summary>
internal sealed class TitleFinder(PageOutline outline, PageFacts facts, string? listTitle)
{
    // Points, calibrated on the acceptance pages: a stated title (meta, field block) beats looks, agreement beats both.
    private const double Stated = 5, FirstHeading = 3, LaterHeading = 1.6, NamedClass = 2, Emphasised = 2,
        Kind = 1.5, Repeated = 1,
        DocumentTitleWhole = 4, DocumentTitlePart = 2.5, DocumentTitlePiece = 1, Plain = 0.4, Least = 2, Merged = 0.5,
            Listed = 1.5,
        Near = 0.5, AboveByline = 1.2, Completed = 2, Column = 4;

    /// <summary>Where a candidate is from that only the document's title gives.</summary>
    public const string DocumentTitle = "title";

    private const int HeadLines = 60, NearLines = 6, MinChars = 4, MinPartChars = 2, MostBylines = 4;

    // The names of columns (规划计划, 通知公告) are no longer than this.
    private const int ColumnChars = 6;

    // A document's title that is the site's name alone says nothing about the article.
    private readonly string documentTitle =
        TitleShape.IsSiteName(outline.DocumentTitle ?? "") || (facts.Meta("sitename") is { } site
            && TextTidy.Squash(site.Content).StartsWith(TextTidy.Squash(outline.DocumentTitle),
                StringComparison.Ordinal))
            ? ""
            : TextTidy.Squash(outline.DocumentTitle);

    // A page of several articles has a line of date and source for each.
    private readonly bool manyBylines = outline.Lines.Count(line =>
        Dates.DateReader.First(line.Text) is not null && FieldBlock.IsFieldLine(line.Text)) > MostBylines;

    /// <summary>The title, or null when the page has none; every candidate is noted in the ledger.</summary>
    public TitleCandidate? Find(FieldLedger ledger)
    {
        List<TitleCandidate> candidates = [.. Candidates().Where(candidate => IsPossible(candidate.Text))];
        candidates = [.. candidates
            .Select(candidate => candidate with { Score = candidate.Score + Support(candidate, candidates) })];
        TitleCandidate? best = candidates.MaxBy(candidate => candidate.Score);
        if (best is not null && best.Score < Least)
            best = null;
        string chosen = TextTidy.Squash(best?.Text);
        if (best is { From: DocumentTitle } && StandsAbove(chosen))
            best = best with { From = DocumentTitle + "，页面上另有" };

        // A stated title has the words without the blanks and breaks that a designer put between them.
        if (best?.Parts is not null
            && candidates.Find(other => IsStated(other) && TextTidy.Squash(other.Text) == chosen) is { } stated)
            best = stated with { Score = best.Score };
        if (best is not null)
            ledger.Add("title", best.Text, string.Join('\n', best.Parts ?? [best.Text]), best.From,
                Math.Min(0.99, 0.5 + best.Score / 20),
                candidates.Where(other => TextTidy.Squash(other.Text) != chosen).DistinctBy(other => other.Text)
                    .OrderByDescending(other => other.Score)
                        .Select(other => new RejectedCandidate(other.Text, $"{other.From}，得分较低")));
        return best;
    }

    private IEnumerable<TitleCandidate> Candidates()
    {
        if (facts.Meta("articletitle", "og:title", "title", "dc.title") is { } meta)
            yield return new TitleCandidate(meta.Content, $"meta {meta.Name}", meta.Name == "articletitle" ? Stated
                : Plain);
        foreach (LabelledValue value in facts.Labelled
            .Where(value => value is { Field: "title", Value: not null } && value.Line < facts.TextStart))
            yield return new TitleCandidate(value.Value!, $"field block {value.Label}", Stated);
        foreach (string piece in documentTitle.Length > 0 ? Pieces(outline.DocumentTitle) : [])
            yield return new TitleCandidate(piece, DocumentTitle,
                DocumentTitlePiece + (TitleShape.EndsInKind(piece) ? Kind : 0));

        List<int> head = [.. facts.Above(HeadLines).Reverse().Where(i => IsTitleLine(outline.Lines[i]))];
        bool titled = !manyBylines
            && head.Exists(number => outline.Lines[number].Text.Length > ColumnChars && IsByline(number + 1));
        for (int i = 0; i < head.Count; i++)
        {
            PageLine line = outline.Lines[head[i]];
            bool byline = !manyBylines && (IsByline(head[i] + 1)
                || (IsByline(head[i] + 2)
                    && (line.Text.Length > ColumnChars || outline.Lines[head[i] + 1].HeadingTag == 0)));
            double near = (facts.TextStart - head[i] <= NearLines ? Near : 0)
                + (byline ? AboveByline : 0);
            double column = titled && !byline && line.Text.Length <= ColumnChars ? Column : 0;
            yield return new TitleCandidate(line.Text, From(line), Score(line, line.Text) + near - column);
            for (int count = 2; count <= 4 && i + count <= head.Count
                && head[i + count - 1] == head[i] + count - 1; count++)
            {
                List<PageLine> run = [.. head.Skip(i).Take(count).Select(number => outline.Lines[number])];
                if (!AreParts(run))
                    break;
                string merged = Joined(run);
                yield return new TitleCandidate(merged, From(line) + "，合并断行",
                    run.Max(part => Score(part, merged)) + near + (IsCompletion(run) ? Completed : Merged),
                        [.. run.Select(part => part.Text)]);
            }
        }
    }

    // What stands right above the date and the source is the title on most pages, whatever it looks like.
    private bool IsByline(int number) => number < facts.TextStart && outline.Lines[number] is { LinkShare: < 0.9 } line
        && (Dates.DateReader.First(line.Text) is { Index: <= 8 } || FieldBlock.IsFieldLine(line.Text))
        && line.Text[^1] is not ('。' or '；')
        && !line.Text.StartsWith("今天", StringComparison.Ordinal);

    // A title that stands on the page as a link to itself is no line of a title, but it stands there.
    private bool StandsAbove(string squashed) => outline.Lines.Take(facts.TextStart)
        .Any(line => TextTidy.Squash(line.Text) == squashed);

    private static bool IsStated(TitleCandidate candidate) =>
        candidate.From.StartsWith("field block", StringComparison.Ordinal)
            || candidate.From.StartsWith("meta", StringComparison.Ordinal);

    private double Score(PageLine line, string text)
    {
        double score = Plain;
        score += line.HeadingTag switch { 1 => FirstHeading, > 1 => LaterHeading, _ => 0 };
        if (HasTitleClass(line.Node))
            score += NamedClass;
        score += line is { Centered: true, Strong: true } ? Emphasised : line.Centered || line.Strong ? Emphasised / 2
            : 0;
        if (TitleShape.EndsInKind(text))
            score += Kind + (TitleShape.IsReport(text) ? Kind : 0);
        string squashed = TextTidy.Squash(text);
        if (documentTitle.Length > 0 && squashed.Length >= MinChars)
            score += documentTitle.StartsWith(squashed, StringComparison.Ordinal)
                ? DocumentTitleWhole * Math.Min(1, 0.4 + (double)squashed.Length / documentTitle.Length)
                : documentTitle.Contains(squashed, StringComparison.Ordinal)
                    ? DocumentTitlePart * squashed.Length / documentTitle.Length : 0;
        if (line.LinkShare > 0.5 && (line.HeadingTag == 0 || IsHome(line.Href)))
            score -= line.HeadingTag == 0 ? Kind : FirstHeading;
        if (LinePatterns.IsOrganisation(text))
            score -= LaterHeading;
        if (line.Noise)
            score -= Kind;
        if (squashed.Length <= ColumnChars && facts.Meta("columnname") is { } column
            && TextTidy.Squash(column.Content) == squashed)
            score -= FirstHeading;
        return score;
    }

    // A heading that leads to the site's front page is the site's name.
    private static bool IsHome(string? href) => href is not null
        && href.TrimEnd('/') is "" or "." or ".." or "../.." or "../../.." or "/index.html" or "index.html" or "/index.htm";

    private double Support(TitleCandidate candidate, List<TitleCandidate> all)
    {
        string squashed = TextTidy.Squash(candidate.Text);
        double support = Repeated * Math.Min(3, all
            .Count(other => !ReferenceEquals(other, candidate) && TextTidy.Squash(other.Text) == squashed));
        if (candidate.Score < Stated
            && all.Exists(other => other.Score >= Stated && TextTidy.Squash(other.Text) == squashed))
            support += Stated;
        if (candidate.From == DocumentTitle && StandsAbove(squashed))
            support += Repeated;
        if (listTitle is not null
            && squashed.StartsWith(TextTidy.Squash(listTitle.TrimEnd('.', '…')), StringComparison.Ordinal))
            support += Listed;
        return support;
    }

    // Lines of one title: the first is only a subject (济宁经济开发区 / 2024年度…报告), or all are set apart from the text.
    private static bool AreParts(List<PageLine> run)
    {
        if (run.Skip(1).Any(line => line.Text.Length < 2)
            || run.Sum(line => line.Text.Length) > CleaningLimits.MaxTitleChars)
            return false;
        bool set = run.All(line => line.Centered && line.Strong == run[0].Strong)
            || run.All(line => line.HeadingTag is 1 or 2 && line.Node == run[0].Node);
        return IsCompletion(run)
            || (set && !TitleShape.EndsInKind(run[0].Text) && (TitleShape.EndsInKind(run[^1].Text) || run.Count < 4)
            && !run.Skip(1).Any(line => LinePatterns.IsHeading(line.Text)));
    }

    // 济宁经济开发区 / 2024年度…报告: the second line lacks the subject that the first one is.
    private static bool IsCompletion(List<PageLine> run) =>
        run.Count == 2 && TitleShape.LacksSubject(run[1].Text) && TitleShape.EndsInKind(run[1].Text)
        && (LinePatterns.IsOrganisation(run[0].Text) || IsPlace(run[0].Text)) && !TitleShape.EndsInKind(run[0].Text);

    private static bool IsPlace(string text) => text.Length <= 16
        && text[^1] is '省' or '市' or '县' or '区' or '旗' or '州' or '盟' or '乡' or '镇';

    private static string Joined(List<PageLine> run)
    {
        string text = run[0].Text;
        foreach (PageLine line in run.Skip(1))
            text += (char.IsAscii(text[^1]) && char.IsAscii(line.Text[0]) ? " " : "") + line.Text;
        return text;
    }

    private bool HasTitleClass(int node)
    {
        for (int steps = 0; node > 0 && steps < 2; steps++, node = outline.Node(node).Parent)
        {
            string tokens = outline.Node(node).Tokens;
            if (tokens.Contains("title", StringComparison.Ordinal)
                || tokens.Contains("biaoti", StringComparison.Ordinal)
                || tokens.Split(' ').Any(token => token is "bt" or "tit" or "headline" or "h1"))
                return !ElementClasses.IsNoise(tokens);
        }

        return false;
    }

    private static bool IsTitleLine(PageLine line) =>
        MayBePart(line.Text) && (line.LinkShare < 0.5 || line.HeadingTag > 0) && !LinePatterns.IsHeading(line.Text)
        && !FieldBlock.IsFieldLine(line.Text) && !LinePatterns.IsSalutation(line.Text)
        && !DocumentNumbers.IsWhole(line.Text) && !LinePatterns.IsIndexNumber(line.Text);

    private static bool IsPossible(string text) => text.Length >= MinChars && MayBePart(text);

    private static bool MayBePart(string text) =>
        text.Length is >= MinPartChars and <= CleaningLimits.MaxTitleChars && text.Any(char.IsLetter)
            && !LinePatterns.IsBreadcrumb(text)
        && !LinePatterns.IsBoilerplate(text) && !Dates.DateReader.IsWhole(text) && text[^1] is not ('。' or '；' or ';');

    private static string From(PageLine line) => line.HeadingTag > 0 ? $"h{line.HeadingTag}" : "text line";

    private static IEnumerable<string> Pieces(string? title)
    {
        if (title is null)
            yield break;
        yield return title;
        foreach (string separator in new[] { "_", "|", " - ", "--", "——", "-", "－" })
            if (title.IndexOf(separator, StringComparison.Ordinal) is > 0 and var at)
                yield return title[..at].Trim();
    }
}
