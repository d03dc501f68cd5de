namespace SearchEngine.Web.Features.Results;

/// <summary>What the reader did with a facet's value.</summary>
public enum FacetChoice
{
    None,
    Chosen,
    Excluded,
}
