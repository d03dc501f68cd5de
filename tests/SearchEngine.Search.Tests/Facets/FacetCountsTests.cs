using SearchEngine.Reports.Catalogue;
using SearchEngine.Reports.Model;
using SearchEngine.Search.Answers;
using SearchEngine.Search.Requests;
using SearchEngine.TestKit;

namespace SearchEngine.Search.Tests.Facets;

public sealed class FacetCountsTests
{
    private const int Selections = 200;
    private const string Phrase = "府院";

    private static readonly RegionRef?[] Places =
    [
        Reports.County,
        Reports.Zone,
        Reports.Town,
        new(["山东省", "枣庄市", "峄城区"], "370404"),
        new(["河南省", "郑州市", "中原区"], "410102"),
        new(["北京市", "东城区"], "110101"),
        null,
    ];

    private static readonly string[] RegionKeys =
        ["370000", "370100", "370103", "370103/大观园街道", "370800-F01", "410000", "110000", "110101", ""];

    private static readonly string?[] Hosts = ["www.a.gov.cn", "b.gov.cn", null];
    private static readonly string[] TopicIds = ["T01", "T19", "T20"];

    [Fact]
    public void Equal_a_count_by_hand_on_every_selection()
    {
        RandomSeed seed = RandomSeed.Next();
        Random random = seed.Create();
        StoredReport[] reports = [.. Enumerable.Range(0, 150).Select(i => Report(random, i))];
        using TestIndex index = TestIndex.Of(reports);

        for (int i = 0; i < Selections; i++)
        {
            SearchRequest request = Selection(random);

            SearchAnswer answer = index.Search(request);

            HandCount hand = new(reports, request, Phrase);
            Assert.True(hand.Describe() == HandCount.Describe(answer), $"{seed.Replay}\n{request}\n{hand.Describe()}\n{HandCount.Describe(answer)}");
        }
    }

    private static StoredReport Report(Random random, int number)
    {
        string[] texts = ["府院联动。", "营商环境，府院。府院。", "别的。"];
        (BlockRole, string)[] paragraphs =
            [.. Enumerable.Range(0, 1 + random.Next(3)).Select(_ => ((BlockRole)random.Next(5), texts[random.Next(3)]))];
        StoredReport stored = Reports.Of($"r{number:D3}", random.Next(4) == 0 ? "府院报告" : "报告", paragraphs);
        return (stored with
        {
            Url = Hosts[random.Next(Hosts.Length)] is { } host ? $"https://{host}/{number}.html" : null,
            Topics = [.. TopicIds.Where(_ => random.Next(2) == 0)],
        }).With(report => report with
        {
            Region = Places[random.Next(Places.Length)],
            Year = random.Next(6) == 0 ? null : 2018 + random.Next(5),
            Published = random.Next(4) == 0 ? null : new DateOnly(2019 + random.Next(4), 1 + random.Next(12), 5),
            IssuerKind = random.Next(6) is < 5 and var kind ? (IssuerKind)kind : null,
        });
    }

    private static SearchRequest Selection(Random random)
    {
        SearchRequest request = new() { Query = random.Next(4) == 0 ? "" : Phrase, Limit = 1_000 };
        List<Exclusion> exclusions = [];
        if (random.Next(3) == 0)
            request = request with { Regions = Some(random, RegionKeys) };
        if (random.Next(3) == 0)
            request = request with { Year = Range(random, 2017) };
        if (random.Next(4) == 0)
            request = request with { Published = Range(random, 2018) };
        if (random.Next(3) == 0)
            request = request with { Topics = Some(random, [.. TopicIds, ""]) };
        if (random.Next(4) == 0)
            request = request with { IssuerKinds = Some(random, ["政府", "部门", "管委会", ""]) };
        if (random.Next(4) == 0)
            request = request with { Sites = Some(random, ["www.a.gov.cn", "b.gov.cn", ""]) };
        if (random.Next(4) == 0)
            request = request with { Blocks = Some(random, ["成效", "问题", "计划"]) };
        if (random.Next(3) == 0)
            exclusions.AddRange(Some(random, RegionKeys).Select(value => new Exclusion("region", value)));
        if (random.Next(4) == 0)
            exclusions.AddRange(Some(random, ["2018", "2020", ""]).Select(value => new Exclusion("year", value)));
        if (random.Next(4) == 0)
            exclusions.AddRange(Some(random, TopicIds).Select(value => new Exclusion("topic", value)));
        if (random.Next(4) == 0)
            exclusions.AddRange(Some(random, ["政府", ""]).Select(value => new Exclusion("issuerKind", value)));
        if (random.Next(6) == 0)
            exclusions.Add(new Exclusion("block", "其他"));
        return request with { Exclude = exclusions };
    }

    private static YearRange Range(Random random, int first) => random.Next(4) switch
    {
        0 => new YearRange(null, null, Missing: true),
        1 => new YearRange(first + random.Next(5), null),
        2 => new YearRange(null, first + random.Next(5)),
        _ => new YearRange(first + random.Next(3), first + 2 + random.Next(3)),
    };

    private static string[] Some(Random random, string[] values) =>
        [.. values.Where(_ => random.Next(3) == 0).DefaultIfEmpty(values[random.Next(values.Length)])];
}
