using SearchEngine.Search.Requests;

namespace SearchEngine.Web.Features.Results;

/// <summary>The choices of a state, in the order of its address.</summary>
internal static class ChoiceChips
{
    public static IReadOnlyList<ChoiceChip> Of(SearchState state, FacetPresenter facets)
    {
        List<ChoiceChip> chips = [];
        foreach (FacetDimension dimension in FacetDimension.All)
        {
            foreach (string value in dimension.Chosen(state.Request))
                chips.Add(new ChoiceChip(
                    dimension.Label, facets.LabelOf(dimension, value), state.Remove(dimension, value).Url));
        }

        foreach (Exclusion exclusion in state.Request.Exclude)
        {
            if (FacetDimension.Named(exclusion.Field) is { } dimension)
                chips.Add(new ChoiceChip(
                    "不含", facets.LabelOf(dimension, exclusion.Value), state.Restore(dimension, exclusion.Value).Url));
        }

        return chips;
    }
}
