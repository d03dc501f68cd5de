using System.Text.RegularExpressions;
using SearchEngine.Cleaning.Lines;

namespace SearchEngine.Cleaning.Titles;

/// <summary>What titles of official documents look like.</summary>
internal static partial class TitleShape
{
    private static readonly string[] Kinds =
    [
        "报告", "通知", "公告", "通告", "通报", "意见", "办法", "批复", "复函", "函", "决定", "方案", "规定", "条例", "规划", "公示", "总结", "情况",
        "答复", "细则", "要点", "纲要", "公报", "解读", "讲话", "指南", "清单", "预案", "周报", "月报", "年报", "须知", "启事",
    ];

    /// <summary>True when a line ends in the kind of a document, remarks in brackets aside.</summary>
    public static bool EndsInKind(string line)
    {
        string bare = Brackets().Replace(line, "").TrimEnd();
        return Kinds.Any(kind => bare.EndsWith(kind, StringComparison.Ordinal));
    }

    /// <summary>True for the yearly account of an authority on its work.</summary>
    public static bool IsReport(string title)
    {
        string bare = Spaces().Replace(title, "");
        return !AboutReport().IsMatch(bare)
            && (LawReport().IsMatch(bare) || (WorkReport().IsMatch(bare) && !OtherReport().IsMatch(bare)));
    }

    /// <summary>True for an account that is given before the year in its title ends: to a congress in its first weeks, or
    /// on a part of it.</summary>
    public static bool IsGivenDuringYear(string title) => DuringYear().IsMatch(title);

    /// <summary>True for the name of a site, which says nothing about the article.</summary>
    public static bool IsSiteName(string title) => SiteName().IsMatch(title);

    /// <summary>True when a line lacks who accounts: it begins with the year or with 关于.</summary>
    public static bool LacksSubject(string line) => Subjectless().IsMatch(TextTidy.HalfWidth(line));

    /// <summary>The year that a title gives, or null. Spans give their last year.</summary>
    public static int? Year(string text)
    {
        Match match = YearInTitle().Match(TextTidy.HalfWidth(text));
        if (match.Success)
            return int.Parse(match.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);
        if (ChineseYear().Match(text) is not { Success: true } chinese)
            return null;
        int year = 0;
        foreach (char c in chinese.Groups[1].Value)
            year = year * 10 + "〇一二三四五六七八九".IndexOf(c is '零' or '○' ? '〇' : c, StringComparison.Ordinal);
        return year is >= 1949 and <= 2100 ? year : null;
    }

    /// <summary>The report's name in 现将…情况报告如下, or null.</summary>
    public static string? FromOpening(string paragraph)
    {
        foreach (Match match in Opening().Matches(paragraph))
        {
            string name = match.Groups[1].Value.Trim();
            if (name.EndsWith("报告", StringComparison.Ordinal) || name.EndsWith("总结", StringComparison.Ordinal))
                return name;
            string verb = match.Groups[2].Value;
            return name + (verb is "汇报" ? "汇报" : "报告");
        }

        return null;
    }

    [GeneratedRegex(@"[(（][^()（）]{0,20}[)）]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Brackets();

    [GeneratedRegex(@"\s", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"(?:法治政府建设|依法行政|依法治[省市县区]|法治建设|政府工作|政府信息公开|政务公开).{0,24}(?:报告|情况|总结|年报)(?:[(（][^()（）]{0,20}[)）])?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LawReport();

    [GeneratedRegex(@"(?:工作|履职|述职|述法|行政执法).{0,16}(?:报告|情况|总结|年报)(?:[(（][^()（）]{0,20}[)）])?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex WorkReport();

    [GeneratedRegex(@"印发|转发|通知|通报|解读|征求意见|召开|听取|审议|公示|图解|一图|问答|答记者|发布会|意见(?:的)?报告", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AboutReport();

    [GeneratedRegex(@"调研|可行性|评估|审计|检测|监测|研究报告|环境影响|表彰|学习|讲话|调查|考察|招聘|采购", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OtherReport();

    [GeneratedRegex(@"政府工作报告|[上前]半年|季度|\d\s*月|[一二三四五六七八九十]月", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex DuringYear();

    [GeneratedRegex(@"^(?!关于).{2,24}(?:网站|门户网?|政府网|信息网|政务网|官网|公开网)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SiteName();

    [GeneratedRegex(@"^(?:关于|(?:19|20)\d{2}\s*(?:年|-)|[一二][〇○零一二三四五六七八九]{3}年)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Subjectless();

    [GeneratedRegex(@"(?:(?:19|20)\d{2}\s*年?\s*[-—~至和、]\s*)?(?<!\d)((?:19|20)\d{2})\s*年", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex YearInTitle();

    [GeneratedRegex(@"([一二][〇○零一二三四五六七八九]{3})\s*年", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ChineseYear();

    [GeneratedRegex(@"现(?:就|将)([^，,。；;：:]{4,60}?)(?:的?有关情况|的?主要情况|的?具体情况)?(报告|汇报|公布|公开|通报|总结)如下", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Opening();
}
