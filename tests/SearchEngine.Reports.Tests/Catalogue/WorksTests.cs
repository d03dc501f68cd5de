using SearchEngine.Reports.Model;

namespace SearchEngine.Reports.Tests.Catalogue;

public sealed class WorksTests : IDisposable
{
    private readonly CatalogueFixture _catalogue = new();
    private readonly string _text = Text(new Random(7));

    public void Dispose() => _catalogue.Dispose();

    [Fact]
    public void The_same_report_on_two_sites_is_one_work_with_two_captures()
    {
        Save("http://www.a.gov.cn/1", "first", Report(_text));
        Save("http://sfj.a.gov.cn/9", "second", Report("来源：区司法局\n" + _text + "（此件公开发布）"));

        Assert.Equal(["first"], _catalogue.Indexed());
        Assert.Equal(1, _catalogue.Reader.Holdings().Reports);
        Assert.Equal(2, _catalogue.Reader.Find("first")!.Captures.Count);
        Assert.Equal(2, _catalogue.Reader.Find("second")!.Captures.Count);
        Assert.Equal(["first"], _catalogue.Reader.FindByPlaceAndYear("370103", 2024));
    }

    [Fact]
    public void Two_counties_and_two_years_never_merge_however_alike_their_texts_are()
    {
        Save("http://a.gov.cn/1", "one", Report(_text));
        Save("http://b.gov.cn/1", "county", Report(_text + "甲") with { Region = new RegionRef(["山东省", "济南市", "历下区"], "370102", null, "标题") });
        Save("http://a.gov.cn/2", "year", Report(_text + "乙") with { Year = 2023 });
        Save("http://a.gov.cn/3", "unknown", Report(_text + "丙") with { Region = null });

        Assert.Equal(["county", "one", "unknown", "year"], _catalogue.Indexed());
    }

    [Fact]
    public void Two_reports_of_one_place_and_year_stay_two()
    {
        Save("http://a.gov.cn/1", "government", Report(_text) with { Issuer = "区人民政府" });
        Save("http://a.gov.cn/2", "other text", Report(Text(new Random(8))));
        Save("http://a.gov.cn/3", "other issuer", Report(_text + "甲") with { Issuer = "区司法局" });
        Save("http://a.gov.cn/4", "part", Report(_text[..(_text.Length / 2)]));

        Assert.Equal(["government", "other issuer", "other text", "part"], _catalogue.Indexed());
    }

    [Fact]
    public void A_governments_own_page_speaks_for_the_work_then_the_whole_one_then_the_first()
    {
        Save("http://copy.example.com/1", "mirror", Report(_text));
        Save("http://a.gov.cn/1", "short", Report(_text[..(_text.Length * 95 / 100)]));
        Save("http://b.gov.cn/1", "whole", Report(_text + "完"));
        Save("http://c.gov.cn/1", "later", Report(_text + "毕"));

        Assert.Equal(["whole"], _catalogue.Indexed());
    }

    [Fact]
    public void A_page_that_becomes_another_report_leaves_its_work_and_both_are_indexed()
    {
        Save("http://a.gov.cn/1", "first", Report(_text));
        Save("http://b.gov.cn/1", "second", Report(_text + "甲"));
        Assert.Equal(["first"], _catalogue.Indexed());

        Save("http://a.gov.cn/1", "first", Report(Text(new Random(9))));

        Assert.Equal(["first", "second"], _catalogue.Indexed());
    }

    [Fact]
    public void The_order_of_arrival_does_not_decide_which_pages_are_one_work()
    {
        int seed = Environment.TickCount;
        Random random = new(seed);
        (string Id, CleanReport Report)[] pages =
        [
            .. Enumerable.Range(0, 4).Select(i => ($"a{i}", Report(_text + new string('甲', i)))),
            .. Enumerable.Range(0, 3).Select(i => ($"b{i}", Report(Text(new Random(8)) + new string('乙', i)))),
        ];
        random.Shuffle(pages);
        foreach ((string id, CleanReport report) in pages)
            Save($"http://{id}.gov.cn/", id, report);

        Assert.True(_catalogue.Indexed().Count == 2, $"seed {seed}");
    }

    private static string Text(Random random) => string.Concat(Enumerable.Range(0, 3000).Select(_ => (char)(0x4E00 + random.Next(2000))));

    private static CleanReport Report(string text) => CatalogueFixture.Report(text);

    private void Save(string url, string id, CleanReport report) => _catalogue.Save(_catalogue.Capture(url), id, report, id + report.Text.GetHashCode(StringComparison.Ordinal));
}
