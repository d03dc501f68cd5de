using SearchEngine.Index.Indexing;
using SearchEngine.Index.Query;
using SearchEngine.Index.Reading;
using SearchEngine.Index.Search;
using SearchEngine.TestKit;

namespace SearchEngine.Index.Tests.Search;

/// <summary>Related queries: what their words change, and what they never change.</summary>
public sealed class RelatedTests
{
    private const int Corpora = 20;
    private const int QueriesOfCorpus = 50;

    [Fact]
    public void Words_change_scores_and_never_which_documents_are_found()
    {
        RandomSeed seed = RandomSeed.Next();
        Random random = seed.Create();
        int moved = 0;
        for (int corpus = 0; corpus < Corpora; corpus++)
        {
            IReadOnlyList<Document> documents = RandomCorpus.Zipf(random, random.Next(5, 40), random.Next(5, 100), longestLine: 60);
            using IndexReader reader = TestIndex.Of(documents, random.Next(1, 40));
            Searcher searcher = new(reader);
            RandomQueries queries = new(random, documents);
            for (int i = 0; i < QueriesOfCorpus; i++)
            {
                RelatedQuery query = queries.Related();
                IndexResult with = Search(searcher, query);
                IndexResult without = Search(searcher, query with { Words = [] });

                Assert.True(
                    with.Hits.Select(hit => hit.Id).Order(StringComparer.Ordinal)
                        .SequenceEqual(without.Hits.Select(hit => hit.Id).Order(StringComparer.Ordinal)),
                    $"{query.Text} {query.Share}; {seed}");
                moved += with.Hits.Zip(without.Hits).Any(pair => Math.Abs(pair.First.Score - pair.Second.Score) > 0) ? 1 : 0;
            }
        }

        Assert.True(moved > 0, seed.ToString());
    }

    [Fact]
    public void An_explanation_says_weight_idf_and_tf_of_each_term_and_sums_to_the_score()
    {
        using IndexReader reader = TestIndex.Of([TestIndex.Saying("a", "土地承包期内，土地归农户"), TestIndex.Saying("b", "农户")]);
        RelatedQuery query = new("谁的土地，土地", Share: 0) { Words = [new(0, 1, 0), new(1, 2, 1), new(2, 4, 1), new(5, 7, 1)] };

        IndexHit hit = Assert.Single(Search(new Searcher(reader), query).Hits);

        Assert.Equal(hit.Score, hit.Explanation!.Value, 1e-6);
        Assert.Equal(["「土地」= w × idf × tf", "「土」= w × idf × tf", "「地」= w × idf × tf"], hit.Explanation.Parts.Select(part => part.What));
        Assert.Equal([2, 1.4, 1.4], hit.Explanation.Parts.Select(part => Math.Round(part.Parts[0].Value, 9)));
        Assert.All(hit.Explanation.Parts, part =>
            Assert.Equal(part.Value, part.Parts[0].Value * part.Parts[1].Value * part.Parts[2].Value, 1e-9));
        Assert.Equal([1.2, 0.85], hit.Explanation.Parts[0].Parts[2].Parts.Skip(1).Take(2).Select(part => part.Value));
        Assert.Equal([1.5, 0.85], hit.Explanation.Parts[1].Parts[2].Parts.Skip(1).Take(2).Select(part => part.Value));
    }

    [Fact]
    public void A_character_that_is_a_word_weighs_as_much_as_a_pair()
    {
        using IndexReader reader = TestIndex.Of([TestIndex.Saying("a", "税"), TestIndex.Saying("b", "无关")]);

        double part = Assert.Single(Search(new Searcher(reader), new RelatedQuery("税")).Hits).Score;
        double word = Assert.Single(Search(new Searcher(reader), new RelatedQuery("税") { Words = [new(0, 1, 1)] }).Hits).Score;

        Assert.Equal(part / 0.7, word, 1e-9);
    }

    [Fact]
    public void A_title_counts_once()
    {
        Document[] documents =
        [
            new() { Id = "a", Paragraphs = [new Paragraph("法治", Zone.Title, 0, 0), new Paragraph("其他", Zone.Body, 0, 0)] },
            new() { Id = "b", Paragraphs = [new Paragraph("其他", Zone.Title, 0, 0), new Paragraph("法治", Zone.Body, 0, 0)] },
        ];
        using IndexReader reader = TestIndex.Of(documents);

        IReadOnlyList<IndexHit> hits = Search(new Searcher(reader), new RelatedQuery("法治")).Hits;

        Assert.Equal(hits[0].Score, hits[1].Score);
    }

    private static IndexResult Search(Searcher searcher, RelatedQuery query) =>
        searcher.Search(new IndexRequest { Query = query, Limit = int.MaxValue, Explain = true });
}
