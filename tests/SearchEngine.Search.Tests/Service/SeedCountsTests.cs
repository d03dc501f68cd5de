using SearchEngine.Search.Answers;
using SearchEngine.Search.Requests;
using SearchEngine.TestKit;

namespace SearchEngine.Search.Tests.Service;

public sealed class SeedCountsTests
{
    private static readonly Lazy<TestIndex> Seeds = new(() => TestIndex.Of(SeedReports.Read()));

    [Theory]
    [InlineData("府院联动", 3, 7, 3, 7)]
    [InlineData("行政执法三项制度", 3, 4, 3, 4)]
    [InlineData("双随机一公开", 1, 2, 2, 3)]
    [InlineData("云普法微课堂", 1, 2, 1, 2)]
    [InlineData("新时代枫桥经验", 2, 2, 2, 2)]
    [InlineData("枫桥经验", 3, 3, 3, 3)]
    [InlineData("第一责任人", 5, 13, 5, 13)]
    [InlineData("营商环境", 5, 21, 5, 21)]
    [InlineData("镇街", 1, 6, 2, 14)]
    [InlineData("败诉率", 2, 5, 2, 5)]
    [InlineData("合法性审查", 4, 18, 4, 18)]
    public void Counts_reports_and_occurrences_as_a_reader_does(string phrase, int reports, int occurrences, int wideReports, int wideOccurrences)
    {
        Assert.SkipWhen(RepoPaths.SharedIsMissing(), "../shared is missing");

        Assert.Equal((reports, occurrences), Counts(new SearchRequest { Query = phrase }));
        Assert.Equal((wideReports, wideOccurrences), Counts(new SearchRequest { Query = phrase, Wide = true }));
    }

    [Theory]
    [InlineData("府院联动 府检联动", 2, 8)]
    [InlineData("府院联动 非 府检联动", 1, 1)]
    [InlineData("“府院联动”", 3, 7)]
    [InlineData("府院聯動", 3, 7)]
    [InlineData("12345", 3, 3)]
    [InlineData("府院联动 地区:370000 年份:2024", 1, 4)]
    [InlineData("府院联动 地区:市中区", 1, 4)]
    [InlineData("府院联动 年份:..2020", 1, 1)]
    [InlineData("府院联动 章节:计划", 1, 1)]
    [InlineData("府院联动 地区:山西省", 0, 0)]
    [InlineData("府院联动 -地区:山东省", 1, 2)]
    public void Counts_the_query_language_as_a_reader_does(string query, int reports, int occurrences)
    {
        Assert.SkipWhen(RepoPaths.SharedIsMissing(), "../shared is missing");

        Assert.Equal((reports, occurrences), Counts(new SearchRequest { Query = query }));
    }

    [Fact]
    public void Counts_the_filters_of_a_request_as_a_reader_does()
    {
        Assert.SkipWhen(RepoPaths.SharedIsMissing(), "../shared is missing");
        SearchRequest request = new() { Query = "府院联动" };

        Assert.Equal((1, 4), Counts(request with { Regions = ["370000"], Year = new YearRange(2024, 2024) }));
        Assert.Equal((1, 4), Counts(request with { Regions = ["370103"] }));
        Assert.Equal((1, 1), Counts(request with { Year = new YearRange(null, 2020) }));
        Assert.Equal((1, 1), Counts(request with { Blocks = ["计划"] }));
        Assert.Equal((0, 0), Counts(request with { Regions = ["140000"] }));
        Assert.Equal(5, Counts(request with { Query = "政" }).Reports);
    }

    [Fact]
    public void Counts_one_shortened_form_apart_and_shows_it_with_its_report()
    {
        Assert.SkipWhen(RepoPaths.SharedIsMissing(), "../shared is missing");

        SearchAnswer answer = Seeds.Value.Search("府院联动");
        SearchHit hit = Assert.Single(answer.Hits, hit => hit.Elliptical > 0);
        Passage passage = Assert.Single(hit.Passages, passage => passage.Elliptical);

        Assert.Equal(1, answer.Elliptical);
        Assert.Equal("seed002", hit.Id);
        Assert.Equal(["府院", "联动"], passage.Ranges.Select(range => passage.Text[range[0]..range[1]]));
        Assert.Equal("计划", passage.Block);
    }

    [Fact]
    public void Gives_every_number_its_denominator()
    {
        Assert.SkipWhen(RepoPaths.SharedIsMissing(), "../shared is missing");

        SearchAnswer answer = Seeds.Value.Search("府院联动");

        Assert.Equal(new Denominator(5, 5), answer.Of);
        Assert.Equal(["山西省 0/1", "山东省 2/3", "河南省 1/1"], answer.Facets.Region.Select(node => $"{node.Name} {node.Count}/{node.Of}"));
        Assert.Equal([new YearFacet(2020, 1, 1), new YearFacet(2024, 2, 4)], answer.Facets.Year);
        Assert.Equal([new YearFacet(2021, 1, 1), new YearFacet(2025, 1, 2), new YearFacet(null, 1, 2)], answer.Facets.Published);
    }

    [Fact]
    public void Finds_two_words_in_one_sentence_where_a_reader_does()
    {
        Assert.SkipWhen(RepoPaths.SharedIsMissing(), "../shared is missing");

        Assert.Equal(["seed000"], Seeds.Value.Ids("复议 同句 败诉率"));
    }

    [Theory]
    [InlineData("府院联动")]
    [InlineData("行政执法三项制度")]
    [InlineData("云普法微课堂")]
    [InlineData("新时代枫桥经验")]
    [InlineData("营商环境")]
    [InlineData("合法性审查")]
    [InlineData("法治政府")]
    [InlineData("政")]
    public void Marks_in_every_passage_exactly_the_phrase(string phrase)
    {
        Assert.SkipWhen(RepoPaths.SharedIsMissing(), "../shared is missing");
        Dictionary<string, string> texts =
            SeedReports.Read().ToDictionary(seed => seed.Id, seed => $"{seed.Report.Title}\n{seed.Report.Text}");

        foreach (SearchHit hit in Seeds.Value.Search(phrase).Hits)
        {
            Assert.InRange(hit.Passages.Count, 1, 3);
            foreach (Passage passage in hit.Passages.Where(passage => !passage.Elliptical))
            {
                Assert.Contains(passage.Text, texts[hit.Id], StringComparison.Ordinal);
                Assert.InRange(passage.Text.Length, 1, 300);
                Assert.NotEmpty(passage.Ranges);
                Assert.All(passage.Ranges, range => Assert.Equal(phrase, Bare(passage.Text[range[0]..range[1]])));
            }
        }
    }

    private static string Bare(string text) =>
        string.Concat(text.Where(c => !"“”‘’\"'「」《》〈〉•·・ ".Contains(c, StringComparison.Ordinal)));

    private static (int Reports, long Occurrences) Counts(SearchRequest request)
    {
        SearchAnswer answer = Seeds.Value.Search(request);
        Assert.Null(answer.Error);
        Assert.False(answer.Partial);
        return (answer.Reports, answer.Occurrences);
    }
}
