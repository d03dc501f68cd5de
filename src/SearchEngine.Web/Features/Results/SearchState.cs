using System.Globalization;
using System.Text;
using SearchEngine.Search.Requests;

namespace SearchEngine.Web.Features.Results;

/// <summary>
/// A search's address. Read once (<see cref="SearchStateReader"/>) and immutable; pages ask it for the addresses of the
/// next states and never put one together themselves.
/// </summary>
internal sealed class SearchState(SearchRequest request)
{
    private const string PagePath = "/search";
    private const string ApiPath = "/api/search";
    private static readonly SearchRequest Plain = new();

    public SearchRequest Request { get; } = request;

    /// <summary>Address of the page.</summary>
    public string Url => PagePath + QueryString;

    /// <summary>The same search as a JSON document.</summary>
    public string ApiUrl => ApiPath + QueryString;

    /// <summary>The state as the part of an address from the question mark on; empty for the plain state.</summary>
    public string QueryString
    {
        get
        {
            StringBuilder text = new();
            foreach ((string name, string value) in Pairs)
            {
                text.Append(text.Length == 0 ? '?' : '&').Append(name).Append('=')
                    // A colon needs no escape in a query, and exclude=region:370000 is what people type.
                    .Append(Uri.EscapeDataString(value).Replace("%3A", ":", StringComparison.Ordinal));
            }

            return text.ToString();
        }
    }

    /// <summary>Names and values in the order of an address; what is as usual is left out.</summary>
    public IEnumerable<(string Name, string Value)> Pairs =>
        Request.Query.Length > 0
            ? [(SearchParameters.Query, Request.Query), .. Beside, .. Position]
            : [.. Beside, .. Position];

    /// <summary>What a new query keeps: everything but the query itself and the place in the list.</summary>
    public IEnumerable<(string Name, string Value)> Beside => [.. FacetPairs, .. SwitchPairs];

    /// <summary>
    /// What a form that chooses a facet's value anew keeps: everything but that facet and the place in the list.
    /// </summary>
    public IEnumerable<(string Name, string Value)> Replaced(FacetDimension dimension) =>
        new SearchState(dimension.Choose(Request, []) with { From = 0 }).Pairs;

    public bool HasFilters => FacetPairs.Any();

    /// <summary>The same search from the beginning of its list.</summary>
    public SearchState FirstPage => new(Request with { From = 0 });

    /// <summary>Without any facet's choice.</summary>
    public SearchState WithoutFilters =>
        FacetDimension.All.Aggregate(
            new SearchState(Request with { Exclude = [], From = 0 }),
            (state, dimension) => new SearchState(dimension.Choose(state.Request, [])));

    public bool IsChosen(FacetDimension dimension, string value) => dimension.Chosen(Request).Contains(value);

    public bool IsExcluded(FacetDimension dimension, string value) =>
        Request.Exclude.Contains(new Exclusion(dimension.Name, value));

    /// <summary>
    /// Adds a value. Years replace one another, and a place replaces what lies in it and what it lies in.
    /// </summary>
    public SearchState Add(FacetDimension dimension, string value)
    {
        IEnumerable<string> kept = dimension.IsYears ? [] : dimension.Chosen(Request);
        if (dimension == FacetDimension.Region)
            kept = kept.Where(other => !RegionCodes.Contains(other, value) && !RegionCodes.Contains(value, other));
        return Restore(dimension, value).Replace(dimension, [.. kept.Where(other => other != value), value]);
    }

    public SearchState Remove(FacetDimension dimension, string value) =>
        Replace(dimension, [.. dimension.Chosen(Request).Where(other => other != value)]);

    /// <summary>Leaves a value out; were it chosen, it is no longer.</summary>
    public SearchState Exclude(FacetDimension dimension, string value)
    {
        SearchState without = Remove(dimension, value);
        Exclusion exclusion = new(dimension.Name, value);
        IEnumerable<Exclusion> others = without.Request.Exclude.Where(other => other != exclusion);
        return new SearchState(without.Request with { Exclude = [.. others, exclusion], From = 0 });
    }

    /// <summary>Takes an exclusion back.</summary>
    public SearchState Restore(FacetDimension dimension, string value)
    {
        Exclusion exclusion = new(dimension.Name, value);
        IEnumerable<Exclusion> others = Request.Exclude.Where(other => other != exclusion);
        return new SearchState(Request with { Exclude = [.. others], From = 0 });
    }

    public SearchState SortedBy(SortOrder order) => new(Request with { Sort = order, From = 0 });

    public SearchState Widened(bool wide) => new(Request with { Wide = wide, From = 0 });

    public SearchState AskedFor(string query) => new(Request with { Query = query, From = 0 });

    public SearchState Related(bool related) => new(Request with { RelatedMode = related, From = 0 });

    public SearchState Explained(bool explain) => new(Request with { Explain = explain });

    /// <param name="page">Number of the page from 1.</param>
    public SearchState AtPage(int page) => new(Request with { From = (page - 1) * Request.Limit });

    private SearchState Replace(FacetDimension dimension, IReadOnlyList<string> values) =>
        new(dimension.Choose(Request, values) with { From = 0 });

    private IEnumerable<(string Name, string Value)> FacetPairs
    {
        get
        {
            foreach (FacetDimension dimension in FacetDimension.All)
            {
                foreach (string value in dimension.Chosen(Request))
                    yield return (dimension.Name, FacetValues.ToAddress(value));
            }

            foreach (Exclusion exclusion in Request.Exclude)
                yield return (SearchParameters.Exclude, $"{exclusion.Field}:{FacetValues.ToAddress(exclusion.Value)}");
        }
    }

    private IEnumerable<(string Name, string Value)> SwitchPairs
    {
        get
        {
            if (Request.Wide)
                yield return (SearchParameters.Wide, "1");
            if (Request.RelatedMode)
                yield return (SearchParameters.Mode, "related");
            if (Request.Sort != Plain.Sort)
                yield return (SearchParameters.Sort, SortOrders.NameOf(Request.Sort));
            if (Request.Limit != Plain.Limit)
                yield return (SearchParameters.Limit, Digits(Request.Limit));
        }
    }

    private IEnumerable<(string Name, string Value)> Position
    {
        get
        {
            if (Request.From > 0 && Request.From % Request.Limit == 0)
                yield return (SearchParameters.Page, Digits(Request.From / Request.Limit + 1));
            else if (Request.From > 0)
                yield return (SearchParameters.From, Digits(Request.From));
            if (Request.Explain)
                yield return (SearchParameters.Explain, "1");
        }
    }

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);
}
