using SearchEngine.Index.Indexing;
using SearchEngine.Index.Query;
using SearchEngine.Index.Reading;
using SearchEngine.Index.Search;
using SearchEngine.Index.Store;
using SearchEngine.Index.Tests.Indexing;
using SearchEngine.TestKit;

namespace SearchEngine.Index.Tests.Search;

/// <summary>
/// Trees in which the same few words come again and again, some rare, some in nearly all documents: what is read for one
/// clause only where another leaves documents must not be taken for all of it elsewhere.
/// </summary>
public sealed class NestedQueryTests
{
    private const int Documents = 640;

    private static readonly string[] Words = ["政府", "法院", "机关", "复议", "普法", "执法"];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Finds_what_the_tree_says_document_by_document(bool deletes)
    {
        RandomSeed seed = RandomSeed.Next();
        Random random = seed.Create();
        RamDirectory directory = new();
        using IndexWriter writer = IndexWriter.Open(directory, WriterScript.Analyzer, RandomCorpus.Schema);
        bool[][] holds = [.. Enumerable.Range(0, Documents).Select(_ => Held(random))];
        for (int i = 0; i < Documents; i++)
        {
            // Often enough that the words have lists of places, as frequent words do.
            string text = string.Join('，', Words.Where((_, word) => holds[i][word]).SelectMany(word => Enumerable.Repeat(word, 30)));
            writer.Add(new Document { Id = $"d{i:000}", Paragraphs = [new Paragraph(text + "。", Zone.Body, 0, 0)] });
        }

        writer.Commit();
        HashSet<int> live = [.. Enumerable.Range(0, Documents)];
        for (int i = 0; deletes && i < Documents; i += 7)
        {
            writer.Delete($"d{i:000}");
            live.Remove(i);
        }

        writer.Commit();
        using IndexReader reader = IndexReader.Open(directory, WriterScript.Analyzer);
        Searcher searcher = new(reader);
        for (int round = 0; round < 3_000; round++)
        {
            Node tree = Tree(random, depth: 3);
            string[] expected = [.. live.Where(i => tree.Holds(holds[i])).Select(i => $"d{i:000}").Order(StringComparer.Ordinal)];

            IndexResult result = searcher.Search(new IndexRequest { Query = tree.Query, Limit = Documents });

            string[] found = [.. result.Hits.Select(hit => hit.Id).Order(StringComparer.Ordinal)];
            Assert.True(expected.AsSpan().SequenceEqual(found), $"round {round}: {tree.Query}; {seed}");
            Assert.Equal(expected.Length, result.Documents);
        }
    }

    /// <summary>The first word in every tenth document, the last in most of them.</summary>
    private static bool[] Held(Random random) => [.. Words.Select((_, i) => random.Next(10) < 1 + (i * 8 / Words.Length))];

    private static Node Tree(Random random, int depth)
    {
        int kind = depth == 0 ? 0 : random.Next(6);
        if (kind == 0)
        {
            int word = random.Next(Words.Length);
            return new Node(new PhraseQuery(Words[word]), held => held[word]);
        }

        Node[] clauses = [.. Enumerable.Range(0, random.Next(2, 4)).Select(_ => Tree(random, depth - 1))];
        return kind switch
        {
            1 => new Node(new NotQuery(clauses[0].Query), held => !clauses[0].Holds(held)),
            2 => new Node(new OrQuery([.. clauses.Select(clause => clause.Query)]), held => clauses.Any(clause => clause.Holds(held))),
            _ => new Node(new AndQuery([.. clauses.Select(clause => clause.Query)]), held => clauses.All(clause => clause.Holds(held))),
        };
    }

    private sealed record Node(SearchEngine.Index.Query.Query Query, Func<bool[], bool> Holds);
}
