using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using SearchEngine.Search.Requests;
using SearchEngine.Web.Features.Results;

namespace SearchEngine.Web.Tests;

public sealed class SearchStateTests
{
    [Fact]
    public void An_address_reads_back_as_the_request_it_was_made_from()
    {
        int seed = Environment.TickCount;
        Random random = new(seed);
        for (int round = 0; round < 5000; round++)
        {
            SearchRequest request = RandomRequest(random);
            SearchState state = new(request);

            SearchStateReading reading = Read(state.QueryString);

            Assert.True(reading.Fault is null, $"seed {seed}, round {round}: {reading.Fault} {state.Url}");
            Assert.True(Text(request) == Text(reading.State!.Request), $"seed {seed}, round {round}: {state.Url}");
            Assert.Equal(state.Url, reading.State.Url);
        }
    }

    [Theory]
    [InlineData("?q=%E5%BA%9C&region=370000&year=2020..2024&exclude=region:370000", "府", 1)]
    [InlineData("?q=a&region=370000&region=410000&region=370000", "a", 2)]
    public void The_names_of_the_contract_are_read(string address, string query, int regions)
    {
        SearchRequest request = Read(address).State!.Request;

        Assert.Equal(query, request.Query);
        Assert.Equal(regions, request.Regions.Count);
    }

    [Theory]
    [InlineData("2020", 2020, 2020, false)]
    [InlineData("2020..2024", 2020, 2024, false)]
    [InlineData("2020..", 2020, null, false)]
    [InlineData("..2019", null, 2019, false)]
    [InlineData("%E7%BC%BA%E5%A4%B1", null, null, true)]
    public void Years_are_read_in_all_their_spellings(string text, int? from, int? to, bool missing) =>
        Assert.Equal(new YearRange(from, to, missing), Read("?year=" + text).State!.Request.Year);

    [Theory]
    [InlineData("?year=..", "year")]
    [InlineData("?year=2024..2020", "year")]
    [InlineData("?year=2020&year=2021", "year")]
    [InlineData("?published=99", "published")]
    [InlineData("?block=x", "block")]
    [InlineData("?issuerKind=x", "issuerKind")]
    [InlineData("?region=a%00b", "region")]
    [InlineData("?exclude=colour:red", "exclude")]
    [InlineData("?exclude=year:x", "exclude")]
    [InlineData("?sort=best", "sort")]
    [InlineData("?mode=fuzzy", "mode")]
    [InlineData("?limit=0", "limit")]
    [InlineData("?limit=99999999999", "limit")]
    [InlineData("?from=1001", "1000")]
    [InlineData("?page=0", "1000")]
    [InlineData("?yearFrom=abcd", "年份")]
    public void A_value_that_cannot_be_is_refused_by_name(string address, string named)
    {
        SearchStateReading reading = Read(address);

        Assert.Null(reading.State);
        Assert.Contains(named, reading.Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Seventeen_filters_are_too_many()
    {
        string address = "?" + string.Join('&', Enumerable.Range(0, 17).Select(topic => $"topic=T{topic}"));

        Assert.Contains("16", Read(address).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Unknown_names_are_passed_over() =>
        Assert.Equal("/search?q=a", Read("?q=a&utm_source=x&colour=red").State!.Url);

    [Fact]
    public void Choosing_a_value_goes_back_to_the_first_page_and_keeps_the_rest()
    {
        SearchState state = Read("?q=a&topic=T1&page=3&sort=year").State!;

        Assert.Equal("/search?q=a&year=2024&topic=T1&sort=year", state.Add(FacetDimension.Year, "2024").Url);
        Assert.Equal("/search?q=a&sort=year", state.Remove(FacetDimension.Topic, "T1").Url);
        Assert.Equal(
            "/search?q=a&topic=T1&exclude=region:370000&sort=year", state.Exclude(FacetDimension.Region, "370000").Url);
    }

    [Fact]
    public void A_chosen_value_that_is_excluded_is_chosen_no_longer_and_the_other_way_round()
    {
        SearchState chosen = Read("?region=370000").State!;

        SearchState excluded = chosen.Exclude(FacetDimension.Region, "370000");

        Assert.Equal("/search?exclude=region:370000", excluded.Url);
        Assert.Equal("/search?region=370000", excluded.Add(FacetDimension.Region, "370000").Url);
    }

    [Fact]
    public void A_place_replaces_what_lies_in_it_and_what_it_lies_in()
    {
        SearchState state = Read("?region=370000&region=410102").State!;

        Assert.Equal("/search?region=410102&region=370103", state.Add(FacetDimension.Region, "370103").Url);
        Assert.Equal("/search?region=370000&region=410000", state.Add(FacetDimension.Region, "410000").Url);
        Assert.Equal("/search?region=410102&region=370800-F01", state.Add(FacetDimension.Region, "370800-F01").Url);
    }

    [Fact]
    public void The_same_search_is_written_as_a_command()
    {
        SearchState state = Read("?q=it%27s%20x&region=370000&issuerKind=%E6%94%BF%E5%BA%9C&wide=1&page=2").State!;

        Assert.Equal(
            "searchengine search 'it'\\''s x' --region 370000 --issuer-kind '政府' --wide --json", CommandLine.Of(state));
    }

    private static SearchStateReading Read(string address) =>
        SearchStateReader.Read(new QueryCollection(QueryHelpers.ParseQuery(address)));

    private static string Text(SearchRequest request) => JsonSerializer.Serialize(request);

    private static SearchRequest RandomRequest(Random random)
    {
        string[] values = ["", "370000", "370800-F01", "T03", "a&b=c", "甲 乙", "x:y", "100%", "+", "\"<>'", "缺 失"];
        IReadOnlyList<string> Some(string[] from) => [.. from.Where(_ => random.Next(6) == 0).Take(2)];
        YearRange? Years() => random.Next(5) switch
        {
            0 => new YearRange(2020, 2020),
            1 => new YearRange(null, 1999),
            2 => new YearRange(2015, null),
            3 => new YearRange(null, null, Missing: true),
            _ => null,
        };
        int limit = random.Next(2) == 0 ? 10 : random.Next(1, WebLimits.PageSize + 1);
        return new SearchRequest
        {
            Query = new string([.. Enumerable.Range(0, random.Next(12)).Select(_ => (char)random.Next(1, 0xd800))]),
            Regions = Some([.. values.Where(value => value != "T03")]),
            Year = Years(),
            Published = Years(),
            Topics = Some(values),
            Blocks = Some(["成效", "问题", "第一责任人", "计划", "其他"]),
            IssuerKinds = Some(["政府", "部门", "", "管委会"]),
            Sites = Some(values),
            Exclude = [.. Some(values).Select(value => new Exclusion(
                "topic", value)), .. Some(["2020", ""]).Select(value => new Exclusion("year", value))],
            Wide = random.Next(2) == 0,
            RelatedMode = random.Next(2) == 0,
            Sort = (SortOrder)random.Next(5),
            From = random.Next(2) == 0 ? 0 : random.Next(2) == 0 ? random.Next(WebLimits.Offset + 1) : random.Next(WebLimits.Offset / limit) * limit,
            Limit = limit,
            Explain = random.Next(2) == 0,
        };
    }
}
