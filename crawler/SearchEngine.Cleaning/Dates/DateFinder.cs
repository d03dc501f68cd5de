using System.Globalization;
using System.Text.RegularExpressions;
using SearchEngine.Cleaning.Fields;
using SearchEngine.Cleaning.Lines;
using SearchEngine.Reports.Model;

namespace SearchEngine.Cleaning.Dates;

/// <summary>Chooses the date of publication among what metas, labels and bare lines give. The URL, the file and the
/// list never decide.</summary>
internal sealed partial class DateFinder(PageFacts facts, PageInput page, int? reportYear, bool duringYear = false)
{
    // Votes: a stated date of publication outweighs the ambiguous 时间 and what merely stands above the text.
    private const double MetaVote = 5, PublishedVote = 4, DatedVote = 2.5, IssuedVote = 2,
        GeneratedVote = 2, BareVote = 1.5;

    private const int BareLines = 25, BareLineChars = 80, LabelChars = 12;

    // Digits of a time to the minute: 202608012156.
    private const int MinuteDigits = 12;

    private static readonly string[] GenerationMetas = ["maketime", "others", "generatetime", "buildtime"];

    private static readonly string[] Metas =
    [
        "pubdate", "publishdate", "publish-date", "publishtime", "pubtime", "article:published_time",
            "og:published_time", "og:release_date",
        "datepublished", "dc.date.issued", "weibo:article:create_at", "release_date", "firstpublishedtime",
            "createdate",
    ];

    private sealed record Candidate(DateHit Hit, string From, double Vote, int Line);

    /// <summary>Lines whose date was rejected: what else they say may be left over from a template too.</summary>
    public HashSet<int> RejectedLines { get; } = [];

    /// <summary>The date of publication, or null.</summary>
    public DateOnly? Find(FieldLedger ledger)
    {
        List<RejectedCandidate> rejected = [];
        List<Candidate> standing = [];
        foreach (Candidate candidate in Candidates())
            if (Objection(candidate.Hit.Date) is { } why)
            {
                rejected.Add(new RejectedCandidate(candidate.Hit.Raw, why));
                if (candidate.Line >= 0)
                    RejectedLines.Add(candidate.Line);
            }
            else
                standing.Add(candidate);

        IGrouping<DateOnly, Candidate>? best = standing.GroupBy(candidate => candidate.Hit.Date)
            .MaxBy(group => group.Sum(candidate => candidate.Vote));
        rejected.AddRange(standing.Where(candidate => candidate.Hit.Date != best?.Key)
            .Select(candidate => new RejectedCandidate(candidate.Hit.Raw, $"{candidate.From}，票数较少")));
        rejected.AddRange(Presumed());
        Candidate? chosen = best?.MaxBy(candidate => candidate.Vote);
        ledger.Add("published", best?.Key.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), chosen?.Hit.Raw,
            chosen?.From,
            chosen is null ? 0 : Math.Min(0.98, 0.6 + best!.Sum(candidate => candidate.Vote) / 20), rejected);
        return best?.Key;
    }

    private IEnumerable<Candidate> Candidates()
    {
        foreach (string name in Metas)
            if (facts.Meta(name) is { } meta && DateReader.First(meta.Content) is { } hit)
                yield return new Candidate(hit, $"meta {meta.Name}", IsGeneration(meta.Content) ? GeneratedVote : MetaVote, -1);
        if (facts.Time is { } time && DateReader.First(time) is { } timed)
            yield return new Candidate(timed, "time datetime", DatedVote, -1);
        HashSet<int> labelled = [];
        foreach (LabelledValue value in facts.Labelled)
        {
            if (value.Value is null || DateReader.First(value.Value) is not { } hit || DateReader.IsSpan(value.Value, hit))
                continue;
            double vote = value.Field switch
            {
                "published" => PublishedVote,
                "dated" => DatedVote,
                "issued" => IssuedVote,
                _ => 0
            };
            labelled.Add(value.Line);
            if (vote > 0)
                yield return new Candidate(hit, $"field block {value.Label}", vote, value.Line);
            else if (value.Field is "source" or "publisher" or "author")
                yield return new Candidate(hit, $"field block {value.Label}", BareVote, value.Line);
        }

        HashSet<int> values = [.. facts.Labelled.Select(value => value.Line + 1)];
        foreach (int number in facts.Above(BareLines))
            if (facts.Line(number) is { Text.Length: <= BareLineChars } line && !labelled.Contains(number)
                && !(values.Contains(number) && LabelDictionary.Whole(facts.Line(number - 1).Text) is not null)
                && !LinePatterns.IsIndexNumber(line.Text) && !LinePatterns.IsBoilerplate(line.Text)
                && DateReader.First(line.Text) is { } hit && !line.Text.StartsWith("今天", StringComparison.Ordinal)
                && !AnswersTo(number, hit))
                yield return new Candidate(hit, "text line", BareVote, number);
    }

    // Some systems write the time at which they made the page anew where the date of publication belongs.
    private bool IsGeneration(string published)
    {
        string digits = Digits(published);
        return digits.Length >= MinuteDigits && GenerationMetas.Any(name => facts.Meta(name) is { } meta
            && Digits(meta.Content).StartsWith(digits[..MinuteDigits], StringComparison.Ordinal));

        static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));
    }

    // 来信时间 | 2023-03-01: a date under a label that means something else is no day of publication.
    private bool AnswersTo(int number, DateHit hit)
    {
        string before = facts.Line(number).Text[..hit.Index].Trim(' ', ':', '：', '[', '【', '(', '（');
        if (before.Length == 0 && number > 0 && facts.Line(number - 1) is { Text.Length: <= LabelChars } above)
            before = above.Text.Trim(' ', ':', '：');
        return before.Length <= LabelChars && OtherDay().IsMatch(before) && LabelDictionary.Whole(before) is null;
    }

    // A page cannot be older than what it reports, nor younger than its capture. An account is of a year that is over,
    // but for those that are given during it.
    private string? Objection(DateOnly date)
    {
        if (reportYear is { } year && date < new DateOnly(year, 12, 1) && (date.Year < year || !duringYear))
            return date.Year < year
                ? $"早于报告年度{year}年，相差{year - date.Year}年，模板残留"
                : $"早于报告年度{year}年末";
        return page.FetchedAt is { } fetched && date > DateOnly.FromDateTime(fetched.UtcDateTime).AddDays(1) ? "晚于采集时间"
            : null;
    }

    private IEnumerable<RejectedCandidate> Presumed()
    {
        foreach ((string? text, string from) in new[] { (page.Url, "url"), (page.FileName, "file"),
            (page.ListDate, "list") })
            if (text is not null && (DateReader.First(text)?.Raw ?? PathDate.Find(text)) is { } raw)
                yield return new RejectedCandidate(raw, $"from {from}：只作推定，不作发布日期");
    }

    [GeneratedRegex(@"[\u4E00-\u9FFF](?:时间|日期|期限)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OtherDay();
}
