using SearchEngine.Index.Indexing;
using SearchEngine.Index.Query;
using SearchEngine.Index.Reading;
using SearchEngine.Index.Search;
using SearchEngine.Index.Store;
using SearchEngine.Index.Tests.Indexing;
using SearchEngine.TestKit;

namespace SearchEngine.Index.Tests.Search;

/// <summary>
/// A page leaves out most hits before they are compared; the list of all hits leaves out none. Many documents are alike here, so
/// that most scores come again and again, and the id decides.
/// </summary>
public sealed class PageTests
{
    private const int Documents = 2_000;

    private static readonly SortKey[][] Sorts =
    [
        [],
        [new SortKey(SortBy.Score)],
        [new SortKey(SortBy.Occurrences, Descending: true)],
        [new SortKey(SortBy.Field, "year", Descending: true)],
        [new SortKey(SortBy.Field, "year"), new SortKey(SortBy.Occurrences)],
    ];

    private static readonly string[] Words = ["法院", "复议", "普法", "政府"];

    [Fact]
    public void A_page_is_a_part_of_the_list_of_all_hits()
    {
        RandomSeed seed = RandomSeed.Next();
        Random random = seed.Create();
        RamDirectory directory = new();
        using IndexWriter writer = IndexWriter.Open(directory, WriterScript.Analyzer, RandomCorpus.Schema);
        int[] names = [.. Enumerable.Range(0, Documents)];
        random.Shuffle(names);
        Dictionary<string, string> texts = [];
        foreach (int name in names)
        {
            Document document = Document(random, $"d{name:0000}");
            texts.Add(document.Id, string.Join('\n', document.Paragraphs.Select(paragraph => paragraph.Text)));
            writer.Add(document);
            if (texts.Count % 700 == 0)
                writer.Commit();
        }

        writer.Commit();
        using IndexReader reader = IndexReader.Open(directory, WriterScript.Analyzer);
        Searcher searcher = new(reader);

        foreach ((Index.Query.Query query, string[] words) in Queries())
        {
            IndexRequest request = new() { Query = query, Limit = Documents, Explain = true };
            IndexResult all = searcher.Search(request);
            Assert.True(all.Documents is > 20 and < Documents, $"{query}: {all.Documents}; {seed}");
            Assert.Equal(all.Documents, all.Hits.Count);
            Assert.Equal(all.Occurrences, all.Hits.Sum(hit => hit.Occurrences));
            foreach (IndexHit hit in all.Hits)
            {
                int occurrences = words.Sum(word => texts[hit.Id].Split(word).Length - 1);
                Assert.True(occurrences == hit.Occurrences, $"{query}, {hit.Id}: {hit.Occurrences} for {occurrences}; {seed}");
                Assert.Equal(hit.Explanation!.Value, hit.Score, 1e-9);
            }

            IEnumerable<IndexHit> inOrder = all.Hits.OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Id, StringComparer.Ordinal);
            Assert.True(inOrder.SequenceEqual(all.Hits, SameHit.Instance), $"{query}; {seed}");
            for (int limit = 1; limit <= 20; limit++)
            {
                int from = random.Next(10);
                IndexResult page = searcher.Search(request with { From = from, Limit = limit });
                Assert.True(all.Hits.Skip(from).Take(limit).SequenceEqual(page.Hits, SameHit.Instance), $"{query}, {limit} from {from}; {seed}");
                Assert.Equal((all.Documents, all.Occurrences), (page.Documents, page.Occurrences));
            }

            IndexHit foreign = all.Hits[0] with { Document = Documents };
            Assert.ThrowsAny<ArgumentException>(() => searcher.Search(request with { After = foreign }));
            foreach (SortKey[] sort in Sorts)
            {
                IndexRequest sorted = request with { Sort = sort, Explain = false };
                IEnumerable<IndexHit> walked = PageByPage(searcher, sorted with { Limit = random.Next(1, 60) }, all);
                Assert.True(searcher.Search(sorted).Hits.SequenceEqual(walked, SameHit.Instance), $"{query}, sorted by {sort.FirstOrDefault()}; {seed}");
            }
        }
    }

    private static IEnumerable<IndexHit> PageByPage(Searcher searcher, IndexRequest request, IndexResult all)
    {
        for (IndexHit? last = null; ;)
        {
            IndexResult page = searcher.Search(request with { After = last });
            Assert.Equal((all.Documents, all.Occurrences), (page.Documents, page.Occurrences));
            foreach (IndexHit hit in page.Hits)
                yield return last = hit;
            if (page.Hits.Count < request.Limit)
                yield break;
        }
    }

    /// <summary>Few hits, many hits and one word alone, with the words whose occurrences count.</summary>
    private static IEnumerable<(Index.Query.Query, string[] Counted)> Queries()
    {
        PhraseQuery[] words = [.. Words.Select(word => new PhraseQuery(word))];
        yield return (words[0], [Words[0]]);
        yield return (words[3], [Words[3]]);
        yield return (new AndQuery([words[0], words[1]]), [Words[0], Words[1]]);
        yield return (new AndQuery([words[0], words[3]]), [Words[0], Words[3]]);
        yield return (new AndQuery([words[2], words[3]]), [Words[2], Words[3]]);
        yield return (new OrQuery([words[0], words[1]]), [Words[0], Words[1]]);
        yield return (new OrQuery([words[2], words[3]]), [Words[2], Words[3]]);
        yield return (new AndQuery([words[0], new NotQuery(words[2])]), [Words[0]]);
    }

    /// <summary>The first word in every tenth document, the last in most; of one length in nearly all.</summary>
    private static Document Document(Random random, string id)
    {
        IEnumerable<string> parts = Words.SelectMany((word, i) =>
            random.Next(10) < 1 + (i * 2) ? Enumerable.Repeat(word, random.Next(1, 3)) : []);
        string text = string.Join('，', parts).PadRight(30, '甲');
        string title = Words[random.Next(Words.Length)];
        return new Document
        {
            Id = id,
            Numbers = random.Next(5) == 0 ? new Dictionary<string, long>() : new Dictionary<string, long> { ["year"] = 2020 + random.Next(4) },
            Paragraphs =
            [
                new Paragraph(random.Next(6) == 0 ? title : "甲甲", Zone.Title, 0, 0),
                new Paragraph(text, Zone.Body, random.Next(2), 0),
            ],
        };
    }

    private sealed class SameHit : IEqualityComparer<IndexHit>
    {
        public static readonly SameHit Instance = new();

        public bool Equals(IndexHit? x, IndexHit? y) =>
            x is not null && y is not null && (x.Id, x.Score, x.Occurrences) == (y.Id, y.Score, y.Occurrences);

        public int GetHashCode(IndexHit obj) => obj.Id.GetHashCode(StringComparison.Ordinal);
    }
}
