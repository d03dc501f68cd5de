using SearchEngine.Index.Check;
using SearchEngine.Index.Indexing;
using SearchEngine.Index.Query;
using SearchEngine.Index.Reading;
using SearchEngine.Index.Search;
using SearchEngine.Index.Store;
using SearchEngine.Index.Tests.Indexing;
using SearchEngine.TestKit;

namespace SearchEngine.Index.Tests.Store;

/// <summary>
/// An index written once and kept: a change of the format that does not change its number is found here. After a change
/// of the number run the explicit test.
/// </summary>
public sealed class FrozenIndexTests
{
    private static readonly string Folder = Path.Combine(RepoPaths.Root, "tests", "SearchEngine.Index.Tests", "Frozen");

    private static IReadOnlyList<Document> Documents => RandomCorpus.Synthetic(new Random(2026), 8);

    [Fact]
    public void The_frozen_index_is_read_as_one_that_is_written_now()
    {
        FileSystemDirectory frozen = new(Folder);
        Assert.Empty(IndexChecker.Check(frozen).Findings);
        RamDirectory fresh = new();
        Write(fresh);
        using IndexReader old = IndexReader.Open(frozen, WriterScript.Analyzer);
        using IndexReader now = IndexReader.Open(fresh, WriterScript.Analyzer);

        foreach (Index.Query.Query query in (Index.Query.Query[])
            [new PhraseQuery("政府"), new PhraseQuery("法"), new WildcardQuery("政*法"), new AllQuery(),
                new NearQuery(new PhraseQuery("工"), new PhraseQuery("作"), NearScope.Sentence, 0, false)])
        {
            IndexRequest request = new() { Query = query, Facets = ["year", "topics"], Limit = 100 };
            Assert.Equal(Describe(now, request), Describe(old, request));
        }
    }

    [Fact(Explicit = true)]
    public void Write_the_frozen_index_anew()
    {
        Directory.Delete(Folder, recursive: true);
        Write(new FileSystemDirectory(Folder));
    }

    private static void Write(IDirectory directory)
    {
        using IndexWriter writer = IndexWriter.Open(directory, WriterScript.Analyzer, RandomCorpus.Schema);
        foreach (Document document in Documents)
            writer.Add(document);
        writer.Commit();
    }

    private static string Describe(IndexReader reader, IndexRequest request)
    {
        Searcher searcher = new(reader);
        IndexResult result = searcher.Search(request);
        return $"{result.Documents} {result.Occurrences} "
            + string.Join(';', result.Hits.Select(hit => $"{hit.Id} {hit.Score:f9} {hit.Stored}"))
            + string.Join(';', result.Facets.SelectMany(facet => facet.Values))
            + string.Join(';', result.Hits.SelectMany(hit => searcher.Paragraphs(hit.Document)));
    }
}
