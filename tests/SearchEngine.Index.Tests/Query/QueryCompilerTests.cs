using SearchEngine.Analysis;
using SearchEngine.Index.Highlight;
using SearchEngine.Index.Indexing;
using SearchEngine.Index.Query;

namespace SearchEngine.Index.Tests.Query;

public sealed class QueryCompilerTests
{
    private static readonly Highlighter Highlighter = new(new ChineseAnalyzer());

    [Fact]
    public void A_million_nested_nots_are_refused_with_a_typed_error()
    {
        Index.Query.Query query = new PhraseQuery("法");
        for (int i = 0; i < 1_000_000; i++)
            query = new NotQuery(query);

        QueryTooComplexException error = Assert.Throws<QueryTooComplexException>(
            () => Highlighter.Find("法治", query, wide: false, Zone.Body));

        Assert.Equal(nameof(IndexLimits.QueryDepth), error.Limit);
    }

    [Fact]
    public void A_query_with_too_many_clauses_is_refused()
    {
        OrQuery query = new([.. Enumerable.Range(0, 1_000_000).Select(_ => new PhraseQuery("法"))]);

        Assert.Throws<QueryTooComplexException>(() => Highlighter.Find("法治", query, wide: false, Zone.Body));
    }

    [Fact]
    public void A_phrase_that_is_too_long_is_refused()
    {
        PhraseQuery query = new(new string('法', 513));

        Assert.Throws<QueryTooComplexException>(() => Highlighter.Find("法治", query, wide: false, Zone.Body));
    }

    [Fact]
    public void Many_gaps_cost_no_more_than_their_number()
    {
        WildcardQuery query = new(string.Concat(Enumerable.Repeat("法*", 100)) + "治");

        Assert.Empty(Highlighter.Find(new string('法', 300), query, wide: false, Zone.Body));
    }
}
