using SearchEngine.Index.Indexing;
using SearchEngine.Index.Pruning;
using SearchEngine.Index.Query;
using SearchEngine.Index.Reading;
using SearchEngine.Index.Search;
using SearchEngine.Index.Store;
using SearchEngine.Index.Tests.Search;
using SearchEngine.TestKit;

namespace SearchEngine.Index.Tests.Pruning;

/// <summary>
/// The best hits are those of a search that counts all hits, to the last bit of their scores, while most of the lists is not read.
/// Many documents are alike, so that the id decides at the end of a page.
/// </summary>
public sealed class TopSearcherTests
{
    private const int Documents = 12_000;
    private const string Signs = "政府法治工作依行司复议普宣传执监督";

    [Fact]
    public void The_best_hits_are_those_of_a_search_that_counts()
    {
        RandomSeed seed = RandomSeed.Next();
        Random random = seed.Create();
        using IndexReader reader = Write(random, deletes: true);
        Searcher searcher = new(reader);
        TopSearcher top = new(searcher);
        Assert.True(reader.Segments.Count > 1);

        for (int i = 0; i < 150; i++)
        {
            IndexRequest request = Request(random);
            string context = $"{QueryText.Of(request)}; {seed}";
            IndexResult all = searcher.Search(request);

            TopHits best = top.Search(request);

            Assert.False(best.Partial);
            Assert.True(all.Hits.SequenceEqual(best.Hits), context);
        }
    }

    [Fact]
    public void What_cannot_be_among_the_best_is_not_read()
    {
        RandomSeed seed = RandomSeed.Next();
        using IndexReader reader = Write(seed.Create(), deletes: false);
        Searcher searcher = new(reader);
        IndexRequest request = new() { Query = new RelatedQuery("政府监督", Share: 0), Limit = 10 };
        IndexResult all = searcher.Search(request);
        long read = ReadOf(budget => searcher.Search(request with { Budget = budget }).Partial);
        IndexRequest bounded = request with { Budget = new SearchBudget(null, Postings: read * 3 / 5) };

        Assert.True(searcher.Search(bounded).Partial);
        TopHits best = new TopSearcher(searcher).Search(bounded);
        Assert.False(best.Partial);
        Assert.True(all.Hits.SequenceEqual(best.Hits), $"{seed}");
    }

    [Fact]
    public void A_budget_that_ends_first_is_told()
    {
        RandomSeed seed = RandomSeed.Next();
        using IndexReader reader = Write(seed.Create(), deletes: false);
        IndexRequest request = new()
        {
            Query = new OrQuery([new PhraseQuery("政府"), new PhraseQuery("法")]),
            Budget = new SearchBudget(null, Postings: 500),
        };

        Assert.True(new TopSearcher(new Searcher(reader)).Search(request).Partial);
        Assert.True(new TopSearcher(new Searcher(reader)).Search(request with { Budget = new SearchBudget(null, null, new CancellationToken(canceled: true)) }).Partial);
    }

    [Fact]
    public void Wrong_requests_are_refused()
    {
        using IndexReader reader = TestIndex.Of([TestIndex.Saying("a", "政府")]);
        TopSearcher top = new(new Searcher(reader));
        IndexRequest request = new() { Query = new PhraseQuery("政府") };

        Assert.ThrowsAny<ArgumentException>(() => top.Search(request with { From = -1 }));
        Assert.ThrowsAny<ArgumentException>(() => top.Search(request with { Limit = -1 }));
        Assert.ThrowsAny<ArgumentException>(() => top.Search(request with { Filters = [new AnyOfFilter("none", ["x"])] }));
        Assert.ThrowsAny<ArgumentException>(() => top.Search(request with { Sort = [new SortKey(SortBy.Field, "none")] }));
        Assert.Empty(top.Search(request with { Limit = 0 }).Hits);
        Assert.Equal("a", Assert.Single(top.Search(request with { Limit = int.MaxValue, From = 0 }).Hits).Id);
    }

    /// <summary>The least number of positions with which a search ends, within a hundredth.</summary>
    private static long ReadOf(Func<SearchBudget, bool> isPartial)
    {
        long low = 1;
        long high = 1;
        while (IsPartial(high))
            (low, high) = (high, 2 * high);
        while (high - low > high / 100)
        {
            long middle = (low + high) / 2;
            (low, high) = IsPartial(middle) ? (middle, high) : (low, middle);
        }

        return high;

        bool IsPartial(long postings) => isPartial(new SearchBudget(null, postings));
    }

    /// <summary>Signs by Zipf's law; documents short and long, some of them alike, in segments of different lengths.</summary>
    private static IndexReader Write(Random random, bool deletes)
    {
        RamDirectory directory = new();
        using IndexWriter writer = IndexWriter.Open(
            directory, TestIndex.Analyzer, RandomCorpus.Schema, new IndexWriterOptions { MergeFactor = 100 });
        List<IReadOnlyList<Paragraph>> texts = [];
        for (int i = 0; i < Documents; i++)
        {
            IReadOnlyList<Paragraph> text = texts.Count > 0 && random.Next(4) == 0 ? texts[random.Next(texts.Count)] : Text(random, i);
            texts.Add(text);
            writer.Add(new Document
            {
                Id = $"d{random.Next(1_000_000):000000}-{i}",
                Numbers = new Dictionary<string, long> { ["year"] = 2015 + random.Next(10) },
                Paragraphs = text,
            });
            if (i % 5_000 == 4_999)
                writer.Commit();
        }

        writer.Commit();
        IndexReader all = IndexReader.Open(directory, TestIndex.Analyzer);
        if (!deletes)
            return all;
        using (all)
        {
            IndexRequest some = new() { Query = new AllQuery(), Filters = [new AnyOfFilter("year", ["2015", "2016"])], Limit = 500 };
            foreach (IndexHit hit in new Searcher(all).Search(some).Hits)
                writer.Delete(hit.Id);
        }

        writer.Commit();
        return IndexReader.Open(directory, TestIndex.Analyzer);
    }

    private static IReadOnlyList<Paragraph> Text(Random random, int number) =>
    [
        new Paragraph(Line(random, 1 + random.Next(4)), Zone.Title, 0, 0),
        .. Enumerable.Range(0, 1 + random.Next(3)).Select(section =>
            new Paragraph(Line(random, 1 + random.Next(number % 3 == 0 ? 90 : 25)), Zone.Body, random.Next(3), section)),
    ];

    private static string Line(Random random, int length) => string.Concat(Enumerable.Range(0, length).Select(_ =>
        random.Next(30) == 0 ? '，' : Signs[(int)(Signs.Length * Math.Pow(random.NextDouble(), 2.5))]));

    private static IndexRequest Request(Random random)
    {
        Index.Query.Query query = random.Next(6) switch
        {
            0 => new PhraseQuery(Line(random, random.Next(1, 4))),
            1 or 2 => new OrQuery([.. Enumerable.Range(0, random.Next(1, 6)).Select(_ => new PhraseQuery(Line(random, random.Next(1, 4))))]),
            _ => new RelatedQuery(Line(random, random.Next(1, 25)), Share: random.Next(3) == 0 ? random.NextDouble() : 0),
        };
        return new IndexRequest
        {
            Query = query,
            Wide = random.Next(8) == 0,
            Roles = random.Next(6) == 0 ? new HashSet<int> { random.Next(3) } : null,
            Filters = random.Next(4) == 0 ? [new RangeFilter("year", 2015 + random.Next(10), null)] : [],
            Sort = random.Next(8) == 0 ? [new SortKey(SortBy.Score, Descending: true), new SortKey(SortBy.Field, "year")] : [],
            From = random.Next(4) == 0 ? random.Next(30) : 0,
            Limit = random.Next(1, random.Next(2, 60)),
        };
    }
}
