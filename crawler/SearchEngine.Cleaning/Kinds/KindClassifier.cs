using System.Text.RegularExpressions;
using SearchEngine.Cleaning.Dates;
using SearchEngine.Cleaning.Extraction;
using SearchEngine.Cleaning.Lines;
using SearchEngine.Cleaning.Structure;
using SearchEngine.Cleaning.Titles;
using SearchEngine.Reports.Model;

namespace SearchEngine.Cleaning.Kinds;

/// <summary>Tells what a page is, from its title, its text and what it has instead of one.</summary>
internal static partial class KindClassifier
{
    // Characters of an article's text; below, a page of links is a list. A line this long need not end like a sentence.
    private const int LeastArticle = 30, LeastLine = 40;

    // Text of this length is an article however many links stand around it.
    private const int SurelyArticle = 300;

    // A report is an account, not a line of news: at least this long, or with two headings of level 1.
    private const int LeastReport = 800, LeastHeadings = 2, LeastRoles = 3;

    // Text that says only where the attachment is.
    private const int MostPointer = 120;

    // A row of a list in a table: number, linked title, date.
    private const double LinkedShare = 0.3;

    // A table of this many rows says something without a sentence.
    private const int LeastRows = 4;

    private const int LeastListLinks = 6, LeastItems = 3, LinkChars = 6, ChallengeChars = 120;

    // An article may have a link above some of its paragraphs.
    private const int LeastDigests = 4;
    private const double DigestShare = 0.75;

    // Two links as long as titles are a list, two short ones a menu.
    private const int LeastTitles = 2, TitleChars = 8;

    // What a server says instead of an article is said in a few lines.
    private const int MostNotice = 160;

    /// <summary>The kind of a page.</summary>
    /// <param name="outline">The page.</param>
    /// <param name="article">Its article.</param>
    /// <param name="lines">The article's text, further pages included.</param>
    /// <param name="title">Its title, or null.</param>
    /// <param name="titleStands">True when the title stands on the page or in its metas, not only in the document's
    /// title.</param>
    /// <param name="attachments">Addresses of attached files.</param>
    /// <param name="continues">True when other pages continue the article.</param>
    public static PageKind Of(
        PageOutline outline, Article article, IReadOnlyList<string> lines, string? title, bool titleStands,
            IReadOnlyList<string> attachments, bool continues = false)
    {
        int visible = outline.Lines.Sum(line => line.Text.Length);
        if (outline.IsHtml && visible < ChallengeChars && outline.Links.Count < LeastListLinks
            && outline.Scripts.Any(script => visible == 0 || Challenge().IsMatch(script)))
            return PageKind.Blocked;
        if (visible < 2 * ChallengeChars && outline.Lines.Any(line => Refusal().IsMatch(line.Text)))
            return PageKind.Blocked;

        int prose = article.Body.Sum(line => line.Text.Length - line.LinkChars);
        bool sentences = article.Body
            .Any(line => LinePatterns.EndsSentence(line.Text)
                || (line.Text.Length >= LeastLine && line.LinkShare < LinkedShare));
        bool rows = article.Body.Count(line => line is { Row: >= 0, LinkChars: 0 }) >= LeastRows;
        bool report = title is not null && TitleShape.IsReport(title);
        if (attachments.Count > 0 && prose < MostPointer && (report || PointsToAttachment(outline))
            && !IsList(outline, prose))
            return PageKind.Attachment;
        if (prose < MostNotice && article.Body.Concat(Titles(outline)).Any(line => Missing().IsMatch(line.Text)))
            return PageKind.Empty;
        if (IsOfDigests(outline, article))
            return PageKind.List;
        bool linked = 2 * article.Body.Count(line => line.LinkChars > 0) > article.Body.Count;
        if (prose < LeastArticle
            || (!sentences && !rows && outline.IsHtml && (linked || prose < SurelyArticle)))
            return outline.Links.Count(link => link.Text.Length >= LinkChars && !link.Noise) >= LeastListLinks
                || outline.Lines.Count(line => IsItem(line, LinkChars)) >= LeastItems
                || Enumerable.Range(0, outline.Lines.Count).Count(number => IsTitled(outline, number)) >= LeastTitles ? PageKind.List
                : PageKind.Empty;
        if (prose < SurelyArticle && !titleStands && IsList(outline, prose))
            return PageKind.List;
        return (report && (continues || IsAccount(lines)))
            || (!(title is not null && TitleShape.EndsInKind(title)) && IsBuiltAsReport(lines))
            ? PageKind.Report
            : PageKind.Other;
    }

    private static bool IsAccount(IReadOnlyList<string> lines) =>
        lines.Sum(line => line.Length) >= LeastReport
            || lines.Count(line => Heading.Of(line)?.Level == 1) >= LeastHeadings;

    // A page that lost its title is still a report when its headings are those of one.
    private static bool IsBuiltAsReport(IReadOnlyList<string> lines)
    {
        RoleClassifier roles = new(null);
        return lines.Sum(line => line.Length) >= LeastReport
            && lines.Any(line => line.Contains("法治政府", StringComparison.Ordinal))
            && lines.Select(Heading.Of).OfType<Heading>().Where(heading => heading.Level == 1)
                .Select(heading => roles.Next(heading.Text))
                .Where(role => role != BlockRole.Other).Distinct().Count() >= LeastRoles;
    }

    // A list with a digest below each title: nearly every paragraph stands right under a link.
    private static bool IsOfDigests(PageOutline outline, Article article)
    {
        int[] prose = [.. article.Taken.Where(number => LineWeight.IsProse(outline.Lines[number]))];
        int under = prose.Count(number => number > 0 && IsItem(outline.Lines[number - 1], LinkChars));
        return under >= LeastDigests && under >= DigestShare * prose.Length;
    }

    // A row of a list: a link, with its day or without.
    private static bool IsItem(PageLine line, int leastChars) => !line.Noise && line.LinkChars >= leastChars
        && line.LinkChars > 0.5 * (line.Text.Length - (DateReader.First(line.Text)?.Raw.Length ?? 0))
        && !LinePatterns.IsBreadcrumb(line.Text);

    // A link to what is surely an article: it bears the kind of a document or a day.
    private static bool IsTitled(PageOutline outline, int number) => outline.Lines[number] is var line
        && IsItem(line, TitleChars) && (TitleShape.EndsInKind(line.Text) || DateReader.First(line.Text) is not null
            || (number + 1 < outline.Lines.Count && DateReader.IsWhole(outline.Lines[number + 1].Text)));

    // Links of a title's length that outweigh the text.
    private static bool IsList(PageOutline outline, int prose) =>
        outline.Lines.Where(line => line.LinkShare > 0.5 && line.Text.Length >= LinkChars
            && !line.Noise).ToArray() is { Length: >= LeastListLinks } links
        && links.Sum(line => line.LinkChars) > 3 * prose;

    private static IEnumerable<PageLine> Titles(PageOutline outline) =>
        outline.Lines.Where(line => line.HeadingTag is 1 or 2 && !line.Noise);

    private static bool PointsToAttachment(PageOutline outline) =>
        outline.Lines.Any(line => line.Text.Length <= ChallengeChars && Pointer().IsMatch(line.Text));

    [GeneratedRegex(@"document\.cookie|location\.(?:reload|replace|href)|eval\(|window\.location|challenge|setTimeout\(", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Challenge();

    [GeneratedRegex(@"(?:访问|请求)(?:过于频繁|被拒绝|被拦截|受限)|安全验证|人机验证|滑动验证|请(?:开启|启用).{0,4}(?:JavaScript|Cookie)|验证码|^\s*(?:403 Forbidden|412 Precondition|Access Denied)|您的IP", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Refusal();

    [GeneratedRegex(@"^(?:404|403|500|502|503)(?:\s|$|[^\d.])|(?:页面|网页|文章|内容|信息|资源|文件)[^。]{0,8}(?:不存在|找不到|未找到|已被?删除|已失效|已下线|已过期|不可用|不可访问)|(?:找不到|未找到|无法找到|无法访问)[^。]{0,6}(?:页面|网页|文章|内容|资源)|系统(?:繁忙|维护|升级|出错|错误|异常)|服务器(?:错误|繁忙|内部错误)|错误代码|正在(?:跳转|加载)|(?:稍候|稍后)(?:再试|重试|访问)|Not Found|Internal Server Error|Bad Gateway|Service Unavailable", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Missing();

    [GeneratedRegex(@"附件|下载|详见", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Pointer();
}
