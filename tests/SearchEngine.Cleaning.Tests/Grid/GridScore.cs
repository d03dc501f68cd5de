using System.Globalization;
using System.Text;
using SearchEngine.Reports.Model;

namespace SearchEngine.Cleaning.Tests.Grid;

/// <summary>Scores a cleaned page: the body by its pairs of characters (F1), its ends, and the fields.</summary>
internal static class GridScore
{
    // Characters that may stand before the first sentence or behind the last.
    private const int Tolerance = 10;

    /// <summary>The columns in which a page has a target, with its marks from 0 to 1.</summary>
    public static IEnumerable<(string Column, double Mark)> Of(CleanReport report, GridPage page)
    {
        string text = Squash(report.Text), title = Squash(page.Article.Title);
        string[] core = [.. page.Article.Core.Select(Squash)];
        string optional = string.Concat(page.Article.Optional.Select(Squash)) + title + Squash(page.Number);
        yield return ("kind", report.Kind is PageKind.Report or PageKind.Other ? 1 : 0);
        yield return ("F1", F1(text, string.Concat(core), optional));
        yield return ("starts", text.IndexOf(core[0], StringComparison.Ordinal) is >= 0 and var first
            && Foreign(text[..first], optional) <= Tolerance ? 1 : 0);
        yield return ("ends", text.LastIndexOf(core[^1], StringComparison.Ordinal) is >= 0 and var last
            && Foreign(text[(last + core[^1].Length)..], optional) <= Tolerance ? 1 : 0);
        yield return ("title", Squash(report.Title) == title ? 1 : 0);
        string? date = report.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        yield return (page.Date is null ? "invented" : "date", date == page.Date ? 1 : 0);
        if (page.Source is not null)
            yield return ("source", new[] { report.Source, report.Publisher, report.Issuer }.Contains(page.Source) ? 1 : 0);
        if (!page.Article.NumberInside)
            yield return (page.Number is null ? "invented" : "number", report.DocumentNumber == page.Number ? 1 : 0);
        yield return (page.Index is null ? "invented" : "index", report.IndexNumber == page.Index ? 1 : 0);
        yield return ("furniture",
            page.Furniture.Any(line => text.Contains(Squash(line), StringComparison.Ordinal)) ? 0 : 1);
        if (page.Article.Written is { } written)
            yield return ("written",
                report.Written?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) == written ? 1 : 0);
    }

    private static double F1(string text, string core, string optional)
    {
        Dictionary<string, int> want = Pairs(core), got = Pairs(text), may = Pairs(optional);
        int hit = 0, neutral = 0;
        foreach ((string pair, int count) in got)
        {
            int wanted = want.GetValueOrDefault(pair);
            hit += Math.Min(count, wanted);
            neutral += Math.Min(Math.Max(0, count - wanted), may.GetValueOrDefault(pair));
        }

        int total = got.Values.Sum() - neutral;
        double precision = total > 0 ? (double)hit / total : 0;
        double recall = Math.Min(1, (double)hit / Math.Max(1, want.Values.Sum()));
        return precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0;
    }

    private static int Foreign(string text, string optional)
    {
        Dictionary<string, int> may = Pairs(optional);
        return Pairs(text).Sum(pair => Math.Max(0, pair.Value - may.GetValueOrDefault(pair.Key)));
    }

    private static Dictionary<string, int> Pairs(string text)
    {
        Dictionary<string, int> pairs = [];
        for (int i = 0; i + 1 < text.Length; i++)
            pairs[text.Substring(i, 2)] = pairs.GetValueOrDefault(text.Substring(i, 2)) + 1;
        return pairs;
    }

    private static string Squash(string? text) => string.Concat(
        (text ?? "").Normalize(NormalizationForm.FormKC).Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
