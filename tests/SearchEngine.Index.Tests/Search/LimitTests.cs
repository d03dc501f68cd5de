using System.Diagnostics;
using SearchEngine.Index.Query;
using SearchEngine.Index.Reading;
using SearchEngine.Index.Search;
using SearchEngine.TestKit;

namespace SearchEngine.Index.Tests.Search;

/// <summary>What a query may cost: each limit refuses or cuts, and says so.</summary>
public sealed class LimitTests
{
    private const int Documents = 3_000;
    private const int Stored = 2_000;

    private static readonly Lazy<IndexReader> Large = new(() => TestIndex.Of(
        RandomCorpus.Zipf(new Random(3), Documents, vocabulary: 60, longestLine: 40)
            .Select(document => document with { Stored = new string('x', Stored) }),
        perCommit: 500, mergeFactor: 100));

    public static TheoryData<string, string> TooMuch => new()
    {
        { "clauses", nameof(IndexLimits.QueryNodes) },
        { "depth", nameof(IndexLimits.QueryDepth) },
        { "units", nameof(IndexLimits.PhraseUnits) },
    };

    [Theory]
    [MemberData(nameof(TooMuch))]
    public void A_query_over_a_limit_is_refused_before_it_is_evaluated(string what, string limit)
    {
        Index.Query.Query query = what switch
        {
            "clauses" => new OrQuery([.. Enumerable.Range(0, 2_000).Select(i => new PhraseQuery($"法{i}"))]),
            "depth" => Enumerable.Range(0, 200).Aggregate(
                (Index.Query.Query)new PhraseQuery("法"), (inner, _) => new NotQuery(inner)),
            _ => new PhraseQuery(new string('法', 1_000)),
        };

        QueryTooComplexException error = Assert.Throws<QueryTooComplexException>(
            () => new Searcher(Large.Value).Search(new IndexRequest { Query = query }));

        Assert.Equal(limit, error.Limit);
    }

    [Fact]
    public void An_expansion_over_its_limit_is_cut_and_marked_partial()
    {
        using IndexReader reader = TestIndex.Of(
            Enumerable.Range(0, 300).Select(i => TestIndex.Saying($"d{i:000}", $"第9{i:000}号")));
        Searcher searcher = new(reader);

        IndexResult cut = searcher.Search(new IndexRequest { Query = new WildcardQuery("9*") });
        IndexResult whole = searcher.Search(new IndexRequest { Query = new WildcardQuery("90*") });

        Assert.True(cut.Partial);
        Assert.InRange(cut.Documents, 1, IndexLimits.WildcardTerms);
        Assert.False(whole.Partial);
        Assert.Equal(100, whole.Documents);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(1_000)]
    public void A_budget_of_postings_gives_a_partial_result_that_is_a_lower_bound(long postings)
    {
        Searcher searcher = new(Large.Value);
        IndexRequest request = new()
        {
            Query = new OrQuery([.. Enumerable.Range(0, 20).Select(i => new PhraseQuery(Pair(i, i + 1)))]),
            Facets = ["year"],
        };
        IndexResult whole = searcher.Search(request);

        IndexResult partial = searcher.Search(request with { Budget = new SearchBudget(null, postings) });

        Assert.True(partial.Partial);
        Assert.False(whole.Partial);
        Assert.InRange(partial.Documents, 0, whole.Documents - 1);
        Assert.InRange(partial.Occurrences, 0, whole.Occurrences - 1);
    }

    [Fact]
    public void A_cancelled_search_and_one_past_its_time_end_at_once_and_say_so()
    {
        Searcher searcher = new(Large.Value);
        IndexRequest heavy = new()
        {
            Query = new OrQuery([.. Enumerable.Range(0, 400).Select(i => new PhraseQuery(Pair(i % 20, i / 20)))]),
        };
        using CancellationTokenSource cancelled = new();
        cancelled.Cancel();

        long start = Stopwatch.GetTimestamp();
        IndexResult stopped = searcher.Search(heavy with { Budget = new SearchBudget(null, null, cancelled.Token) });
        IndexResult late = searcher.Search(heavy with { Budget = new SearchBudget(TimeSpan.Zero, null) });

        Assert.True(stopped.Partial && late.Partial);
        Assert.Equal(0, stopped.Documents);
        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(2));
    }

    [Fact]
    public void Deep_pages_hold_no_more_than_the_hits_that_are_asked_for()
    {
        Searcher searcher = new(Large.Value);
        IndexRequest request = new() { Query = new AllQuery(), Limit = 10 };
        _ = searcher.Search(request with { From = Documents - 10 });
        long start = GC.GetAllocatedBytesForCurrentThread();
        _ = searcher.Search(request);
        long first = GC.GetAllocatedBytesForCurrentThread() - start;
        start = GC.GetAllocatedBytesForCurrentThread();
        IndexResult last = searcher.Search(request with { From = Documents - 10 });
        long deep = GC.GetAllocatedBytesForCurrentThread() - start;

        Assert.Equal(10, last.Hits.Count);
        // Something small for each hit before the page; never a hit with its stored text.
        Assert.True(deep - first < Stored / 2 * Documents, $"{first} bytes for the first page, {deep} for the last");
        Assert.Empty(searcher.Search(request with { From = int.MaxValue, Limit = int.MaxValue }).Hits);
    }

    private static string Pair(int first, int second) => $"{(char)(0x4e00 + first)}{(char)(0x4e00 + second)}";
}
