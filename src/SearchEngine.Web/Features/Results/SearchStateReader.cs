using System.Globalization;
using Microsoft.Extensions.Primitives;
using SearchEngine.Reports.Model;
using SearchEngine.Search.Requests;

namespace SearchEngine.Web.Features.Results;

/// <summary>
/// Reads a search's address by a list of names that may stand in it. The query may be anything; every other value is
/// sound or the address is refused with a sentence, so that no typing error shows results of another search.
/// </summary>
internal static class SearchStateReader
{
    public static SearchStateReading Read(IQueryCollection address)
    {
        SearchRequest request = new()
        {
            Query = First(address, SearchParameters.Query) ?? "",
            Wide = IsOn(address, SearchParameters.Wide),
            Explain = IsOn(address, SearchParameters.Explain),
        };

        string? fault = ReadFacets(address, ref request)
            ?? ReadExclusions(address, ref request)
            ?? ReadMode(address, ref request)
            ?? ReadSort(address, ref request)
            ?? ReadPosition(address, ref request);
        bool isForm = false;
        fault ??= ReadYearForm(address, ref request, out isForm);
        int filters = FacetDimension.All.Sum(dimension => dimension.Chosen(request).Count) + request.Exclude.Count;
        if (fault is null && filters > WebLimits.Filters)
            fault = $"一次最多用 {WebLimits.Filters} 个筛选条件，现在有 {filters} 个。";
        return fault is null
            ? new SearchStateReading(new SearchState(request), null, isForm)
            : new SearchStateReading(null, fault);
    }

    private static string? ReadFacets(IQueryCollection address, ref SearchRequest request)
    {
        foreach (FacetDimension dimension in FacetDimension.All)
        {
            List<string> values = [];
            foreach (string text in Values(address, dimension.Name))
            {
                if (text.Length == 0)
                    continue;
                if (!IsSound(dimension, text))
                    return $"参数 {dimension.Name} 的值不成立。";
                if (dimension == FacetDimension.Region && RegionChoice.Fault(FacetValues.FromAddress(text)) is { } fault)
                    return fault;
                string value = FacetValues.FromAddress(text);
                if (!values.Contains(value))
                    values.Add(value);
            }

            if (dimension.IsYears && values.Count > 1)
                return $"参数 {dimension.Name} 只能有一个值；一段年份写作 2020..2024。";
            if (values.Count > 0)
                request = dimension.Choose(request, values);
        }

        return null;
    }

    private static string? ReadExclusions(IQueryCollection address, ref SearchRequest request)
    {
        List<Exclusion> exclusions = [];
        foreach (string text in Values(address, SearchParameters.Exclude))
        {
            int colon = text.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0 || FacetDimension.Named(text[..colon]) is not { } dimension
                || !IsSound(dimension, text[(colon + 1)..]))
                return "参数 exclude 应写作 分面:值，例如 region:370000。";
            Exclusion exclusion = new(dimension.Name, FacetValues.FromAddress(text[(colon + 1)..]));
            if (!exclusions.Contains(exclusion))
                exclusions.Add(exclusion);
        }

        request = request with { Exclude = exclusions };
        return null;
    }

    private static string? ReadMode(IQueryCollection address, ref SearchRequest request)
    {
        string mode = First(address, SearchParameters.Mode) ?? "literal";
        if (mode is not ("literal" or "related"))
            return "参数 mode 只能是 literal 或 related。";
        request = request with { RelatedMode = mode == "related" };
        return null;
    }

    private static string? ReadSort(IQueryCollection address, ref SearchRequest request)
    {
        string name = First(address, SearchParameters.Sort) ?? SortOrders.NameOf(request.Sort);
        if (SortOrders.Named(name) is not { } order)
            return $"参数 sort 只能是 {string.Join("、", SortOrders.All.Select(entry => entry.Name))}。";
        request = request with { Sort = order };
        return null;
    }

    private static string? ReadPosition(IQueryCollection address, ref SearchRequest request)
    {
        if (!TryNumber(address, SearchParameters.Limit, 1, WebLimits.PageSize, request.Limit, out int limit))
            return $"参数 limit 应在 1 与 {WebLimits.PageSize} 之间。";
        int lastPage = WebLimits.Offset / limit + 1;
        if (!TryNumber(address, SearchParameters.Page, 1, lastPage, 1, out int page)
            || !TryNumber(address, SearchParameters.From, 0, WebLimits.Offset, (page - 1) * limit, out int from))
            return $"网页只翻到第 {WebLimits.Offset} 篇；再往后请加筛选条件，或用命令行。";
        request = request with { Limit = limit, From = from };
        return null;
    }

    private static string? ReadYearForm(IQueryCollection address, ref SearchRequest request, out bool isForm)
    {
        string? from = First(address, SearchParameters.YearFrom);
        string? to = First(address, SearchParameters.YearTo);
        isForm = from is not null || to is not null;
        if (string.IsNullOrWhiteSpace(from) && string.IsNullOrWhiteSpace(to))
            return null;
        if (!YearRanges.TryParse($"{from?.Trim()}..{to?.Trim()}", out YearRange range))
            return "起止年份应是四位数字，且起不晚于止。";
        request = request with { Year = range, From = 0 };
        return null;
    }

    private static bool IsSound(FacetDimension dimension, string text) =>
        FacetValues.IsAcceptable(text)
        && (text == FacetValues.Missing
            || (!dimension.IsYears || YearRanges.TryParse(text, out _))
            && (dimension != FacetDimension.Block || Labels.RoleOf(text) is not null)
            && (dimension != FacetDimension.IssuerKind || Labels.IssuerKindOf(text) is not null));

    private static bool TryNumber(
        IQueryCollection address, string name, int least, int most, int otherwise, out int number)
    {
        number = otherwise;
        string? text = First(address, name);
        return string.IsNullOrEmpty(text)
            || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number)
                && number >= least
                && number <= most);
    }

    private static bool IsOn(IQueryCollection address, string name) => First(address, name) is "1" or "true" or "on";

    private static string? First(IQueryCollection address, string name) =>
        address.TryGetValue(name, out StringValues values) && values.Count > 0 ? values[0] : null;

    private static IEnumerable<string> Values(IQueryCollection address, string name) =>
        address.TryGetValue(name, out StringValues values) ? values.OfType<string>() : [];
}
