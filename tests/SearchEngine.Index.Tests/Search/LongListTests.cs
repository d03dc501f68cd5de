using SearchEngine.Index.Indexing;
using SearchEngine.Index.Query;
using SearchEngine.Index.Reading;
using SearchEngine.Index.Search;
using SearchEngine.Index.Store;
using SearchEngine.Index.Tests.Indexing;
using SearchEngine.TestKit;

namespace SearchEngine.Index.Tests.Search;

/// <summary>Lists that are longer than what is counted at a time, in one stretch and over several.</summary>
public sealed class LongListTests
{
    [Theory]
    [InlineData(100_000, 1)]
    [InlineData(30_000, 5)]
    public void A_word_that_fills_a_document_is_counted_whole(int repetitions, int documents)
    {
        RamDirectory directory = new();
        using IndexWriter writer = IndexWriter.Open(directory, WriterScript.Analyzer, RandomCorpus.Schema);
        string text = string.Concat(Enumerable.Repeat("政府", repetitions));
        for (int i = 0; i < documents; i++)
            writer.Add(new Document { Id = $"d{i}", Paragraphs = [new Paragraph(text, Zone.Body, 0, 0)] });
        writer.Commit();
        using IndexReader reader = IndexReader.Open(directory, WriterScript.Analyzer);

        IndexResult found = new Searcher(reader).Search(new IndexRequest { Query = new PhraseQuery("政府"), Limit = documents });

        Assert.Equal(documents, found.Documents);
        Assert.All(found.Hits, hit => Assert.Equal(repetitions, hit.Occurrences));
        Assert.Null(Leftovers.Findings(directory));
    }
}
