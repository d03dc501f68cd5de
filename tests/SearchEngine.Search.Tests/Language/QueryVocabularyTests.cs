using SearchEngine.Evidence.Topics;
using SearchEngine.Reports.Regions;
using SearchEngine.Search.Language;
using SearchEngine.Search.Schema;

namespace SearchEngine.Search.Tests.Language;

public sealed class QueryVocabularyTests
{
    private static readonly QueryVocabulary Vocabulary = new(
        RegionTable.Default,
        TopicTable.Default,
        field => field == ReportSchema.Region ? ["370000", "370103/大观园街道"]
            : field == ReportSchema.Issuer ? ["济南市市中区人民政府", "济南市司法局"] : []);

    [Fact]
    public void Finds_every_place_of_an_ambiguous_name()
    {
        IReadOnlyList<string> places = Vocabulary.Places("市中区");

        Assert.Contains("370103", places);
        Assert.Contains("370402", places);
        Assert.True(places.Count > 2);
    }

    [Fact]
    public void Finds_a_zone_by_its_name() => Assert.Equal(["370800-F01"], Vocabulary.Places("济宁经济开发区"));

    [Fact]
    public void Finds_todays_place_by_a_former_name() => Assert.Contains("140404", Vocabulary.Places("长治县"));

    [Fact]
    public void Finds_a_held_place_without_a_code() => Assert.Equal(["370103/大观园街道"], Vocabulary.Places("大观园街道"));

    [Fact]
    public void Finds_nothing_under_an_unknown_name() => Assert.Empty(Vocabulary.Places("没有这个地方"));

    [Fact]
    public void Finds_held_issuers_by_a_part_of_their_name() =>
        Assert.Equal(["济南市司法局"], Vocabulary.HeldContaining(ReportSchema.Issuer, "司法局"));
}
