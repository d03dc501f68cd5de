using SearchEngine.Reports.Catalogue;
using SearchEngine.Reports.Model;
using SearchEngine.Search.Answers;
using SearchEngine.Search.Requests;
using SearchEngine.Search.Service;
using SearchEngine.TestKit;

namespace SearchEngine.Search.Tests.Service;

public sealed class SearchServiceTests
{
    [Fact]
    public void Says_that_there_is_no_index_yet()
    {
        string folder = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"));
        using SearchService service = new(folder, SearchLimits.Web);

        IndexMissingException missing = Assert.Throws<IndexMissingException>(
            () => service.Search(new SearchRequest { Query = "府院" }, TestContext.Current.CancellationToken));

        Assert.Contains("还没有索引", missing.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public void Says_that_there_is_no_index_in_a_folder_without_a_commit()
    {
        using SearchService service = new(new Index.Store.RamDirectory(), SearchLimits.Web);

        Assert.Throws<IndexMissingException>(
            () => service.Search(new SearchRequest { Query = "府院" }, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Sees_a_new_commit_after_the_interval_and_not_before()
    {
        ManualTimeProvider time = new();
        using TestIndex index = TestIndex.Of(time, [Reports.Saying("a", "府院联动。")]);
        Assert.Equal(1, index.Search("府院联动").Reports);

        index.Commit(Reports.Saying("b", "府院联动。"));
        Assert.Equal(1, index.Search("府院联动").Reports);
        time.Advance(TimeSpan.FromMilliseconds(250));

        Assert.Equal(2, index.Search("府院联动").Reports);
    }

    [Fact]
    public void Sees_a_commit_that_was_made_while_it_looked_for_one()
    {
        ManualTimeProvider time = new();
        using TestIndex index = TestIndex.Of(time, [Reports.Saying("a", "府院联动。")]);
        InterruptedListing directory = new(index.Directory);
        using SearchService service = new(directory, SearchLimits.CommandLine, time);
        int Found() => service.Search(new SearchRequest { Query = "府院联动" }, TestContext.Current.CancellationToken).Reports;
        Assert.Equal(1, Found());
        void CommitAndWait(string id)
        {
            index.Commit(Reports.Saying(id, "府院联动。"));
            time.Advance(TimeSpan.FromMilliseconds(250));
        }

        directory.Meanwhile = () => CommitAndWait("b");
        time.Advance(TimeSpan.FromMilliseconds(250));
        Assert.Equal(1, Found());
        Assert.Equal(2, Found());

        // So does a service that opens the index when the commit comes.
        directory.Meanwhile = () => CommitAndWait("c");
        using SearchService second = new(directory, SearchLimits.CommandLine, time);
        Assert.Equal(2, second.Search(new SearchRequest { Query = "府院联动" }, TestContext.Current.CancellationToken).Reports);
        Assert.Equal(3, second.Search(new SearchRequest { Query = "府院联动" }, TestContext.Current.CancellationToken).Reports);
    }

    [Fact]
    public async Task Answers_all_threads_while_commits_go_on()
    {
        ManualTimeProvider time = new();
        using TestIndex index = TestIndex.Of(time, [Reports.Saying("0", "府院联动。")]);
        using CancellationTokenSource done = new();
        Task[] readers =
        [
            .. Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
            {
                int last = 0;
                while (!done.IsCancellationRequested)
                {
                    SearchAnswer answer = index.Service.Search(new SearchRequest { Query = "府院联动" }, CancellationToken.None);
                    Assert.True(answer.Reports >= last && answer.Hits.Count == Math.Min(10, answer.Reports));
                    last = answer.Reports;
                }
            })),
        ];

        for (int i = 1; i <= 40; i++)
        {
            index.Commit(Reports.Saying($"{i}", "府院联动。"));
            time.Advance(TimeSpan.FromSeconds(1));
        }

        await done.CancelAsync();
        await Task.WhenAll(readers);
        Assert.Equal(41, index.Search("府院联动").Reports);
    }

    [Fact]
    public void Finds_a_documents_number_in_every_spelling_and_tells_own_from_cited()
    {
        string[] spellings = ["市中政字〔2024〕18号", "市中政字[2024]18号", "市中政字(2024)18", "市中政字【2024】18号", "“市中政字 2024 18”"];
        using TestIndex index = TestIndex.Of(
        [
            Reports.Saying("own", "印发。").With(r => r with { DocumentNumber = "市中政字[2024]18号" }),
            Reports.Saying("cites", "印发方案（市中政字〔2024〕18号）。").With(r => r with { CitedDocumentNumbers = ["市中政字〔2024〕18号"] }),
            Reports.Saying("round", "印发方案市中政字（2024）18号。"),
            Reports.Saying("square", "印发方案市中政字[2024]18号。"),
            Reports.Saying("other", "印发方案市中政字〔2024〕180号、市中政字〔2024〕8号。"),
        ]);

        foreach (string spelling in spellings)
        {
            Assert.Equal(["cites", "round", "square"], index.Ids(spelling));
            Assert.Equal(3, index.Search(spelling).Occurrences);
            Assert.Equal(3, index.Search(new SearchRequest { Query = spelling, Wide = true }).Occurrences);
            Assert.Equal(["own"], index.Ids($"文号:{spelling}"));
            Assert.Equal(["cites"], index.Ids($"引用文号:{spelling}"));
        }
    }

    [Fact]
    public void Shows_related_reports_apart_from_literal_ones()
    {
        using TestIndex index = TestIndex.Of(
            [Reports.Saying("literal", "强化府院联动。"), Reports.Saying("related", "强化院联动和府院的往来。"), Reports.Saying("else", "营商环境。")]);

        SearchAnswer answer = index.Search("府院联动");

        Assert.Equal(["literal"], answer.Hits.Select(hit => hit.Id));
        Assert.Equal(["related"], answer.RelatedHits.Select(hit => hit.Id));
        Assert.Equal((1, 1, 1), (answer.Reports, answer.Related, (int)answer.Occurrences));
        Assert.NotEmpty(answer.RelatedHits[0].Passages[0].Ranges);
        Assert.Empty(index.Search("府院联动 强化").RelatedHits);
    }

    [Fact]
    public void Lists_related_reports_when_they_are_asked_for()
    {
        using TestIndex index = TestIndex.Of(
            [Reports.Saying("literal", "强化府院联动。"), Reports.Saying("related", "强化院联动和府院的往来。"), Reports.Saying("else", "营商环境。")]);

        SearchAnswer answer = index.Search(new SearchRequest { Query = "府院联动", RelatedMode = true });

        Assert.Equal(["literal", "related"], answer.Hits.Select(hit => hit.Id).Order());
        Assert.Equal(0, answer.Occurrences);
    }

    [Fact]
    public void Counts_a_shortened_form_of_a_report_that_is_no_hit_and_keeps_it_out_of_the_hits()
    {
        using TestIndex index = TestIndex.Of([Reports.Saying("a", "加强府院、府检联动。"), Reports.Saying("b", "府院联动。府院和检校联动。")]);

        SearchAnswer answer = index.Search("府院联动");

        Assert.Equal((1, 1, 2), (answer.Reports, (int)answer.Occurrences, answer.Elliptical));
        Assert.Equal(["b"], answer.Hits.Select(hit => hit.Id));
        Assert.Equal(1, answer.Hits[0].Elliptical);
    }

    [Fact]
    public void Counts_shortened_forms_under_the_filters_and_in_the_chosen_blocks()
    {
        using TestIndex index = TestIndex.Of(
        [
            Reports.Of("a", "报告", (BlockRole.Results, "府院、府检联动。"), (BlockRole.Plan, "府院、府检联动。")).With(r => r with { Year = 2024 }),
            Reports.Of("b", "报告", (BlockRole.Plan, "府院、府检联动。")).With(r => r with { Year = 2020 }),
        ]);

        Assert.Equal(3, index.Search("府院联动").Elliptical);
        Assert.Equal(2, index.Search("府院联动 章节:计划").Elliptical);
        Assert.Equal(1, index.Search("府院联动 章节:计划 年份:2020").Elliptical);
        Assert.Equal(0, index.Search("府院联动 强化").Elliptical);
    }

    [Theory]
    [InlineData(SortOrder.Year, "b c a")]
    [InlineData(SortOrder.Published, "a c b")]
    [InlineData(SortOrder.Occurrences, "c a b")]
    [InlineData(SortOrder.Region, "b a c")]
    public void Sorts_as_asked_and_puts_the_unknown_last(SortOrder order, string expected)
    {
        using TestIndex index = TestIndex.Of(
        [
            Reports.Saying("a", "府院联动府院联动。").With(r => r with { Published = new DateOnly(2025, 2, 28), Region = Reports.Zone }),
            Reports.Saying("b", "府院联动。").With(r => r with { Year = 2024, Region = Reports.County }),
            Reports.Saying("c", "府院联动，府院联动，府院联动。").With(r => r with { Year = 2020, Published = new DateOnly(2021, 1, 1) }),
        ]);

        SearchAnswer answer = index.Search(new SearchRequest { Query = "府院联动", Sort = order });

        Assert.Equal(expected, string.Join(' ', answer.Hits.Select(hit => hit.Id)));
    }

    [Fact]
    public void Answers_a_query_with_a_mistake_and_says_where_it_is()
    {
        using TestIndex index = TestIndex.Of([Reports.Saying("a", "府院联动，第一责任人。")]);

        SearchAnswer answer = index.Search("府院联动 与（ 第一责任人 或 成效");

        Assert.Equal(7, answer.Error!.At);
        Assert.Equal(1, answer.Reports);
        Assert.False(answer.Unreadable);
    }

    [Fact]
    public void Finds_nothing_when_nothing_can_be_read_and_still_counts_what_is_held()
    {
        using TestIndex index = TestIndex.Of([Reports.Saying("a", "府院联动。")]);

        SearchAnswer answer = index.Search("（）");

        Assert.True(answer.Unreadable);
        Assert.Equal((0, 1), (answer.Reports, answer.Of.Reports));
    }

    [Fact]
    public void Lists_everything_for_an_empty_query()
    {
        using TestIndex index = TestIndex.Of(
            [Reports.Saying("a", "甲。").With(r => r with { Year = 2020 }), Reports.Saying("b", "乙。").With(r => r with { Year = 2024 })]);

        Assert.Equal(["b", "a"], index.Search("").Hits.Select(hit => hit.Id));
    }

    [Fact]
    public void Explains_a_score_by_parts_that_make_it_up()
    {
        using TestIndex index = TestIndex.Of([Reports.Saying("a", "府院联动，败诉率。"), Reports.Saying("b", "败诉率。")]);

        SearchHit hit = Assert.Single(index.Search(new SearchRequest { Query = "府院联动 败诉率", Explain = true }).Hits);

        Assert.Equal(hit.Score, hit.Explain!.Value, 1e-6);
        Assert.True(hit.Score > 0);
    }

    [Fact]
    public void Shows_title_block_heading_and_paragraph_of_each_passage()
    {
        using TestIndex index = TestIndex.Of(
            [Reports.Of("a", "府院联动报告", (BlockRole.Results, "别的。强化府院联动。"), (BlockRole.Results, "又府院联动。"), (BlockRole.Plan, "“府院”联动。"))]);

        SearchHit hit = Assert.Single(index.Search("府院联动").Hits);

        Assert.Equal(
            ["标题 - - 府院联动报告", "成效 1、 1 强化府院联动。", "计划 3、 3 “府院”联动。"],
            hit.Passages.Select(p => $"{p.Block} {p.Heading ?? "-"} {p.Paragraph?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "-"} {p.Text}"));
        Assert.Equal(["府院联动", "府院联动", "府院”联动"], hit.Passages.Select(p => p.Text[p.Ranges[0][0]..p.Ranges[0][1]]));
    }

    [Fact]
    public void Marks_a_querys_hits_in_a_whole_report()
    {
        using TestIndex index = TestIndex.Of([Reports.Saying("a", "甲。")]);
        StoredReport stored = Reports.Of("a", "府院联动报告", (BlockRole.Results, "府院联动，府院联动。"), (BlockRole.Plan, "府院、府检联动。"));

        ReportHits hits = index.Service.HitsIn(stored.Report, new SearchRequest { Query = "府院联动" });
        ReportHits inPlan = index.Service.HitsIn(stored.Report, new SearchRequest { Query = "府院联动", Blocks = ["计划"] });

        Assert.Equal((0, 4), (hits.Title[0].Start, hits.Title[0].End));
        Assert.Equal([0, 2, 0, 0], hits.Lines.Select(line => line.Literal.Count));
        Assert.Equal([0, 0, 0, 1], hits.Lines.Select(line => line.Elliptical.Count));
        Assert.Equal((0, 7), (hits.Lines[3].Elliptical[0].Start, hits.Lines[3].Elliptical[0].End));
        Assert.Empty(inPlan.Title);
        Assert.Equal([0, 0, 0, 0], inPlan.Lines.Select(line => line.Literal.Count));
    }

    [Fact]
    public void Finds_reports_by_issuer_source_and_index_number()
    {
        using TestIndex index = TestIndex.Of(
        [
            (Reports.Saying("a", "文。") with { Url = "https://www.jinan.gov.cn/1.html" }).With(r => r with { Issuer = "济南市司法局" }),
            Reports.Saying("b", "文。").With(r => r with { Source = "区政府办", IndexNumber = "3701030006/2025-6637169" }),
        ]);

        Assert.Equal(["a"], index.Ids("机关:司法局"));
        Assert.Equal(["a"], index.Ids("来源:jinan.gov.cn"));
        Assert.Equal(["b"], index.Ids("来源:区政府办"));
        Assert.Equal(["b"], index.Ids("索引号:3701030006/2025-6637169"));
        Assert.Equal(["b"], index.Ids("-机关:司法局"));
        Assert.Empty(index.Ids("机关:没有这个机关"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(25)]
    [InlineData(1_000)]
    public void Lists_every_match_once_and_in_order_whatever_the_size_of_its_pages(int page)
    {
        // Reports of four kinds, so that many are alike and only their ids put them in order.
        using TestIndex index = TestIndex.Of(Enumerable.Range(0, 50).Select(
            i => Reports.Saying($"{i * 7 % 50:00}", string.Concat(Enumerable.Repeat("府院联动。", i % 4)) + "文。")));
        using SearchService service = new(index.Directory, SearchLimits.CommandLine with { ExportPage = page });

        foreach (SortOrder sort in Enum.GetValues<SortOrder>())
        {
            SearchRequest request = new() { Query = "府院联动", Sort = sort, Limit = 1_000 };
            // One more than there are, so that pages that never end are a failure too.
            string[] listed = [.. service.Matches(request, TestContext.Current.CancellationToken).Take(38).Select(match => match.Id)];

            Assert.Equal(37, listed.Length);
            Assert.Equal(index.Search(request).Hits.Select(hit => hit.Id), listed);
        }
    }
}
