using System.Text.RegularExpressions;
using SearchEngine.Cleaning.Lines;
using SearchEngine.Reports.Model;

namespace SearchEngine.Cleaning.Issuers;

/// <summary>Reads organisations off titles and tells their kinds.</summary>
internal static partial class IssuerNames
{
    /// <summary>The organisations that stand before 关于 or the year in a title, joined by 、; null when there is only a
    /// place.</summary>
    public static string? FromTitle(string title) =>
        Subject(title) is { } subject && Split(subject) is { Count: > 0 } names ? string.Join('、', names) : null;

    /// <summary>The place that a title names as the one that accounts, as written; null when it names none or an
    /// organisation.</summary>
    public static string? PlaceInTitle(string title) =>
        Subject(title) is { } subject && Place().Match(subject) is { Success: true } place && FromTitle(title) is null
            ? place.Value : null;

    // What stands before 关于 or the year, whichever comes first; before the year where the title begins with 关于.
    private static string? Subject(string title)
    {
        string rest = title.StartsWith("关于", StringComparison.Ordinal) ? title[2..] : title;
        int stop = rest.IndexOf("关于", StringComparison.Ordinal);
        if (YearStart().Match(TextTidy.HalfWidth(rest)) is { Success: true } year && (stop < 0 || year.Index < stop))
            stop = year.Index;
        return stop > 1 ? rest[..stop].Trim() : null;
    }

    /// <summary>The organisations of a text in order; empty when it is not made of organisations.</summary>
    public static IReadOnlyList<string> Split(string text)
    {
        List<string> names = [];
        foreach (string part in text.Split([' ', '、', '　'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (!LinePatterns.IsOrganisation(part))
                return [];
            Match party = PartyThenGovernment().Match(part);
            if (party.Success)
                names.AddRange([party.Groups[1].Value, party.Groups[2].Value]);
            else
                names.Add(part);
        }

        return names;
    }

    /// <summary>What an issuer is, or null for one that is none of the five kinds.</summary>
    public static IssuerKind? KindOf(string issuer)
    {
        if (issuer.Contains("管委会", StringComparison.Ordinal) || issuer.Contains("管理委员会", StringComparison.Ordinal))
            return IssuerKind.ZoneCommittee;
        if (Township().IsMatch(issuer))
            return IssuerKind.Township;
        bool government = issuer.Contains("人民政府", StringComparison.Ordinal)
            && !issuer.EndsWith("办公室", StringComparison.Ordinal)
            && !issuer.EndsWith("办公厅", StringComparison.Ordinal);
        if (government)
            return issuer.Contains("中共", StringComparison.Ordinal) || Party().IsMatch(issuer)
                ? IssuerKind.PartyAndGovernment : IssuerKind.Government;
        if (issuer == "国务院")
            return IssuerKind.Government;
        return Department().IsMatch(issuer) ? IssuerKind.Department : null;
    }

    [GeneratedRegex(@"(?:19|20)\d{2}\s*年", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex YearStart();

    [GeneratedRegex("^[\u4E00-\u9FFF]{1,30}[省市县区旗州盟乡镇]$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Place();

    [GeneratedRegex("^(中共[\u4E00-\u9FFF]{2,20}?(?:委员会|[省市县区旗镇乡盟州]委|工委|党委))([\u4E00-\u9FFF]{2,20}(?:人民政府|管委会|管理委员会|街道办事处))$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PartyThenGovernment();

    [GeneratedRegex("(?:镇|乡|苏木)(?:人民)?政府|街道办事处", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Township();

    [GeneratedRegex("[省市县区旗盟州]委(?:员会)?、", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Party();

    [GeneratedRegex("(?:局|厅|委|办|部|委员会|办公室|院|署|支队|大队|中心)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Department();
}
