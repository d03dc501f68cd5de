using System.Globalization;
using System.Text.RegularExpressions;
using SearchEngine.Cleaning.Dates;
using SearchEngine.Cleaning.Extraction;
using SearchEngine.Cleaning.Fields;
using SearchEngine.Cleaning.Html;
using SearchEngine.Cleaning.Issuers;
using SearchEngine.Cleaning.Kinds;
using SearchEngine.Cleaning.Lines;
using SearchEngine.Cleaning.Places;
using SearchEngine.Cleaning.Reading;
using SearchEngine.Cleaning.Structure;
using SearchEngine.Cleaning.Titles;
using SearchEngine.Reports.Model;
using SearchEngine.Reports.Regions;

namespace SearchEngine.Cleaning;

/// <summary>
/// Cleans pages: bytes → characters → lines → article → fields and blocks. Holds no state; safe for all threads.
/// </summary>
public sealed partial class PageCleaner
{
    // A title put together from the text is looked for in these paragraphs.
    private const int OpeningParagraphs = 4;

    private readonly RegionFinder regions = new(RegionTable.Default);

    /// <summary>What a page is. A page over a limit comes back as <see cref="PageKind.Empty"/> with the reason in its
    /// fields.</summary>
    /// <param name="page">The page, or page 1 of an article.</param>
    /// <param name="following">Pages 2, 3 … of the article in order; their text is appended, their fields are
    /// ignored.</param>
    /// <exception cref="UnreadableInputException">The input is binary, or a document that cannot be read
    /// here.</exception>
    public CleanReport Clean(PageInput page, IReadOnlyList<PageInput>? following = null)
    {
        for (int tries = 1; ; tries++)
            try
            {
                return CleanOnce(page, following);
            }
            catch (RegexMatchTimeoutException)
            {
                // The patterns take linear time, but their limit is one of the clock: on a machine that is busy with
                // other things a harmless page meets it now and then, and not time after time.
                if (tries == CleaningLimits.MaxTries)
                    return Refused(new ReadPage(new PageOutline(), "utf-8", "", null, []), "解析超过时限");
            }
    }

    private CleanReport CleanOnce(PageInput page, IReadOnlyList<PageInput>? following)
    {
        ReadPage read = InputReader.Read(page);
        if (read.Refusal is { } refusal)
            return Refused(read, refusal);

        PageOutline outline = read.Outline;
        BodyRange range = BodyLocator.Locate(outline);
        PageFacts facts = new(outline, range, TextStart(outline, range));
        FieldLedger ledger = new();
        TitleCandidate? titled = new TitleFinder(outline, facts, page.ListTitle).Find(ledger);
        Article article = ArticleTrimmer.Trim(outline, range, titled?.Text);
        IReadOnlyList<Article> articles = [article, .. Following(following, titled?.Text)];
        string[] lines = [.. articles.SelectMany(part => part.Body).Select(line => line.Text)];
        if (PinyinInjection.Refusal(lines) is { } injected)
            return Refused(read, injected);

        Uri? here = Address(page);
        Uri? from = here is not null && outline.BaseHref is { } href ? NextPageFinder.Resolve(here, href) ?? here
            : here;
        IReadOnlyList<string> attachments = AttachmentFinder.Find(outline, from);
        string? inferredTitle = titled is null ? InferredTitle(lines, ledger) : null;
        string? title = titled?.Text ?? inferredTitle;
        IReadOnlyList<string> nextPages = NextPageFinder.Find(outline, here, from);
        PageKind kind = KindClassifier.Of(
            outline, article, lines, title, titled is not null && titled.From != TitleFinder.DocumentTitle, attachments,
            nextPages.Count > 0);
        bool report = kind == PageKind.Report
            || (kind == PageKind.Attachment && title is not null && TitleShape.IsReport(title));
        bool isArticle = kind is PageKind.Report or PageKind.Other or PageKind.Attachment;

        int? year = report ? Year(title, lines, ledger) : null;
        DateFinder dates = new(facts, page, year, title is not null && TitleShape.IsGivenDuringYear(title));
        DateOnly? published = isArticle ? dates.Find(ledger) : null;
        IReadOnlyList<string> signature = articles[^1].Signature;
        DateOnly? written = isArticle ? Written(facts, signature, ledger) : null;
        (string? index, string? number) = isArticle ? NumberFinder.Find(facts, outline, range, lines, ledger)
            : (null, null);
        RegionRef? region = isArticle
            ? regions.Find(new PlaceQuestion(title, report, year, index, signature, lines), facts, outline, ledger)
            : null;
        IssuerFinding issuer = isArticle
            ? new IssuerFinder(facts, dates.RejectedLines).Find(
                new IssuerClues(titled?.Text, region, signature,
                    string.Join('\n', lines.Append(facts.Meta("sitename")?.Content)), report), ledger)
            : new IssuerFinding(null, false, null, null);
        NoteRemarks(articles, ledger);

        return new CleanReport
        {
            Kind = kind,
            Title = isArticle ? title : outline.DocumentTitle,
            TitleInferred = isArticle && inferredTitle is not null,
            Region = region,
            Year = year,
            Published = published,
            Written = written,
            Issuer = issuer.Issuer,
            IssuerInferred = issuer.Inferred,
            IssuerKind = issuer.Issuer is { } name ? IssuerNames.KindOf(name) : null,
            Publisher = issuer.Publisher,
            Source = issuer.Source,
            IndexNumber = index,
            DocumentNumber = number,
            CitedDocumentNumbers = isArticle ? [.. DocumentNumbers.CitedIn(lines).Where(cited => cited != number)] : [],
            Charset = read.Charset,
            NextPages = isArticle ? nextPages : [],
            Attachments = isArticle ? attachments : [],
            Blocks = isArticle ? BlockBuilder.Build(lines, year) : [],
            ClosingPhrase = isArticle ? articles[^1].ClosingPhrase : null,
            Signature = isArticle && signature.Count > 0 ? string.Join('\n', signature) : null,
            Fields = ledger.Fields,
            Repairs = isArticle ? [.. Repairs(read, titled, lines, signature, report)] : read.Repairs,
        };
    }

    private static CleanReport Refused(ReadPage read, string refusal) => new()
    {
        Kind = PageKind.Empty,
        Charset = read.Charset,
        Fields = [new FieldEvidence("kind", null, null, null, 0, [new RejectedCandidate("", refusal)])],
    };

    private static int TextStart(PageOutline outline, BodyRange range)
    {
        foreach (int number in range.Lines)
            if (StartsText(outline.Lines[number]))
                return number;
        return range.Lines.Count > 0 ? range.Lines[0] : outline.Lines.Count;
    }

    // A title may end in a mark of exclamation; only prose, an addressee, a heading or a full stop in plain type begins
    // the text.
    private static bool StartsText(PageLine line) =>
        LineWeight.IsProse(line) || LinePatterns.IsSalutation(line.Text) || LinePatterns.IsLevel1(line.Text)
        || (line is { HeadingTag: 0, Strong: false, Text: [.., '。' or '；'] } && LineWeight.Of(line) > 0);

    private static IEnumerable<Article> Following(IReadOnlyList<PageInput>? following, string? title)
    {
        foreach (PageInput page in following ?? [])
        {
            ReadPage read = InputReader.Read(page);
            if (read.Refusal is null)
                yield return ArticleTrimmer.Trim(read.Outline, BodyLocator.Locate(read.Outline), title);
        }
    }

    private static Uri? Address(PageInput page)
    {
        if (page.Url is { } url)
            return Uri.TryCreate(url, UriKind.Absolute, out Uri? uri) && uri.Scheme is "http" or "https" or "file"
                ? uri : null;
        if (page.FileName is not { Length: > 0 } file)
            return null;
        return Uri.TryCreate(Path.IsPathRooted(file) ? file : "/" + file, UriKind.Absolute, out Uri? path)
            && path.IsFile ? path : null;
    }

    private static string? InferredTitle(string[] lines, FieldLedger ledger)
    {
        foreach (string line in lines.Take(OpeningParagraphs))
            if (TitleShape.FromOpening(line) is { } title && TitleShape.IsReport(title))
            {
                ledger.Add("title", title, title, "正文“现将…如下”，推定", 0.6);
                return title;
            }

        return null;
    }

    private static int? Year(string? title, string[] lines, FieldLedger ledger)
    {
        if (title is not null && TitleShape.Year(title) is { } titled)
        {
            ledger.Add("year", titled.ToString(CultureInfo.InvariantCulture), title, "标题", 0.98);
            return titled;
        }

        if (lines.Length == 0 || OpeningYear().Match(TextTidy.HalfWidth(lines[0])) is not { Success: true } opening)
            return null;
        ledger.Add("year", opening.Groups[1].Value, opening.Value, "首句，推定", 0.7);
        return int.Parse(opening.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
    }

    private static DateOnly? Written(PageFacts facts, IReadOnlyList<string> signature, FieldLedger ledger)
    {
        (DateHit? Hit, string From)[] candidates =
        [
            (Labelled("written"), "field block 成文日期"), (Signatures.Written(signature), "署名"),
                (Labelled("generated"), "field block 生成日期"),
        ];
        (DateHit? hit, string from) = candidates.FirstOrDefault(candidate => candidate.Hit is not null);
        ledger.Add("written", hit?.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), hit?.Raw, from, 0.9,
            candidates.Where(other => other.Hit is { } lost && lost.Date != hit?.Date)
                .Select(other => new RejectedCandidate(other.Hit!.Value.Raw, $"{other.From}，次序靠后"))
                .Concat(signature.Where(DateReader.IsDamaged).Select(line => new RejectedCandidate(line, "日期残缺，不猜"))));
        return hit?.Date;

        DateHit? Labelled(string field) => facts.First(field) is { } label ? DateReader.First(label.Value!) : null;
    }

    private static void NoteRemarks(IReadOnlyList<Article> articles, FieldLedger ledger)
    {
        string[] remarks = [.. articles.SelectMany(article => article.Remarks)];
        if (remarks.Length > 0)
            ledger.Add("remark", string.Join('\n', remarks), string.Join('\n', remarks), "文末附注", 0.9);
    }

    private static IEnumerable<Repair> Repairs(
        ReadPage read, TitleCandidate? title, string[] lines, IReadOnlyList<string> signature, bool report)
    {
        foreach (Repair repair in read.Repairs)
            yield return repair;
        if (title?.Parts is { } parts)
            yield return new Repair("合并标题断行", 0, string.Join('\n', parts), title.Text);
        if (!report)
            yield break;
        foreach (Repair fault in FaultFinder.Find(lines))
            yield return fault;
        foreach (string line in signature.Where(DateReader.IsDamaged))
            yield return new Repair("日期残缺", string.Join('\n', lines).Length + 1, line, line);
    }

    [GeneratedRegex(@"^.{0,12}?(?<!\d)((?:19|20)\d{2})\s*年(?!\s*\d{1,2}\s*月|\s*[-—~至])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OpeningYear();
}
