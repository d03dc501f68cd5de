using SearchEngine.Index.Search;
using SearchEngine.Search.Answers;
using SearchEngine.Search.Facets;

namespace SearchEngine.Search.Tests.Facets;

public sealed class RegionTreeTests
{
    [Fact]
    public void Hangs_places_below_one_another_by_code_and_keeps_zeros()
    {
        IReadOnlyList<RegionFacet> tree = RegionTree.Of(
        [
            new FacetValue("110000", 1, 1),
            new FacetValue("110101", 1, 1),
            new FacetValue("140000", 0, 1),
            new FacetValue("370000", 2, 4),
            new FacetValue("370100", 1, 2),
            new FacetValue("370103", 1, 2),
            new FacetValue("370103/大观园街道", 0, 1),
            new FacetValue("370800", 1, 2),
            new FacetValue("370800-F01", 0, 1),
            new FacetValue("370811", 1, 1),
            new FacetValue(null, 0, 2),
        ]);

        Assert.Equal(
            "北京市 1/1(东城区 1/1) 山西省 0/1 山东省 2/4(济南市 1/2(市中区 1/2(大观园街道 0/1)) 济宁市 1/2(任城区 1/1 济宁经济开发区 0/1)) 缺失 0/2",
            string.Join(' ', tree.Select(Notation)));
    }

    [Fact]
    public void Gives_codes_to_divisions_internal_codes_to_zones_and_a_key_to_all()
    {
        IReadOnlyList<RegionFacet> tree = RegionTree.Of(
            [new FacetValue("370000", 1, 1), new FacetValue("370800", 1, 1), new FacetValue("370800-F01", 1, 1), new FacetValue("370000/某地", 1, 1)]);

        RegionFacet zone = tree[0].Children[0].Children[0];
        RegionFacet place = tree[0].Children[1];
        Assert.Equal(("370000", null, "370000"), (tree[0].Code, tree[0].InternalCode, tree[0].Key));
        Assert.Equal((null, "370800-F01", "370800-F01"), (zone.Code, zone.InternalCode, zone.Key));
        Assert.Equal((null, null, "370000/某地"), (place.Code, place.InternalCode, place.Key));
    }

    [Fact]
    public void Leaves_out_the_missing_where_none_is_missing() =>
        Assert.Single(RegionTree.Of([new FacetValue("370000", 1, 1), new FacetValue(null, 0, 0)]));

    private static string Notation(RegionFacet node) => $"{node.Name} {node.Count}/{node.Of}"
        + (node.Children.Count == 0 ? "" : $"({string.Join(' ', node.Children.Select(Notation))})");
}
