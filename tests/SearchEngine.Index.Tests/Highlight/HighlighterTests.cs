using SearchEngine.Analysis;
using SearchEngine.Index.Highlight;
using SearchEngine.Index.Indexing;
using SearchEngine.Index.Query;
using SearchEngine.Index.Search;

namespace SearchEngine.Index.Tests.Highlight;

public sealed class HighlighterTests
{
    private static readonly Highlighter Highlighter = new(new ChineseAnalyzer());

    [Fact]
    public void A_range_covers_the_dropped_signs_inside_the_hit()
    {
        TextRange range = Assert.Single(Highlighter.Find("落实“云 普法”微课堂。", new PhraseQuery("云普法微课堂"), false, Zone.Body));

        Assert.Equal(new TextRange(3, 11), range);
    }

    [Fact]
    public void Overlapping_occurrences_have_a_range_each()
    {
        Assert.Equal([new TextRange(0, 2), new TextRange(1, 3)], Highlighter.Find("人人人", new PhraseQuery("人人"), false, Zone.Body));
    }

    [Fact]
    public void What_is_excluded_is_not_marked()
    {
        AndQuery query = new([new PhraseQuery("法治"), new NotQuery(new PhraseQuery("政府"))]);

        Assert.Equal([new TextRange(0, 2)], Highlighter.Find("法治政府", query, false, Zone.Body));
    }

    [Fact]
    public void Only_the_sides_that_have_a_partner_are_marked()
    {
        NearQuery query = new(new PhraseQuery("府院"), new PhraseQuery("联动"), NearScope.Sentence, 0, Ordered: true);

        Assert.Equal(
            [new TextRange(0, 2), new TextRange(3, 5)],
            Highlighter.Find("府院，联动。联动，府院。", query, false, Zone.Body));
    }

    [Fact]
    public void A_phrase_for_titles_is_not_marked_in_the_body()
    {
        Assert.Empty(Highlighter.Find("法治", new PhraseQuery("法治", Zone.Title), false, Zone.Body));
    }
}
