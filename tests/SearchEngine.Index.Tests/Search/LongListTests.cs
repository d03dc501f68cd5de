using SearchEngine.Index.Indexing;
using SearchEngine.Index.Query;
using SearchEngine.Index.Reading;
using SearchEngine.Index.Search;
using SearchEngine.Index.Store;
using SearchEngine.Index.Tests.Indexing;
using SearchEngine.TestKit;

namespace SearchEngine.Index.Tests.Search;

/// <summary>Lists that are longer than what is counted, or merged, at a time, in one stretch and over several.</summary>
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
            writer.Add(Of($"d{i}", text));
        writer.Commit();
        using IndexReader reader = IndexReader.Open(directory, WriterScript.Analyzer);

        IndexResult found = new Searcher(reader).Search(new IndexRequest { Query = new PhraseQuery("政府"), Limit = documents });

        Assert.Equal(documents, found.Documents);
        Assert.All(found.Hits, hit => Assert.Equal(repetitions, hit.Occurrences));
        Assert.Null(Leftovers.Findings(directory));
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(2, true)]
    public void A_list_that_goes_through_many_rows_of_a_merge_stays_whole(int threads, bool deletesLast)
    {
        // Documents of one word, each by itself longer than a row; between them others, so that rows end anywhere.
        const int Documents = 5;
        RamDirectory directory = new();
        using IndexWriter writer = IndexWriter.Open(
            directory, WriterScript.Analyzer, RandomCorpus.Schema, new IndexWriterOptions { Threads = threads });
        int[] repetitions = [.. Enumerable.Range(0, Documents).Select(i => 1 << (16 - i))];
        for (int i = 0; i < Documents; i++)
        {
            writer.Add(Of($"d{i}", string.Concat(Enumerable.Repeat("政府2024年，", repetitions[i]))));
            writer.Add(Of($"other{i}", $"机关{i}"));
            writer.Commit();
        }

        string gone = deletesLast ? $"d{Documents - 1}" : "d0";
        writer.Delete(gone);
        writer.Delete("other1");
        writer.MergeAll();
        writer.Commit();
        using IndexReader reader = IndexReader.Open(directory, WriterScript.Analyzer);

        foreach (string word in (string[])["政府", "2024", "府2024年", "年"])
        {
            IndexResult found = new Searcher(reader).Search(new IndexRequest { Query = new PhraseQuery(word), Limit = Documents });
            Assert.Equal(
                Enumerable.Range(0, Documents).Where(i => $"d{i}" != gone).Select(i => ($"d{i}", (long)repetitions[i])).Order(),
                found.Hits.Select(hit => (hit.Id, hit.Occurrences)).Order());
        }

        Assert.Null(Leftovers.Findings(directory));
    }

    private static Document Of(string id, string text) => new() { Id = id, Paragraphs = [new Paragraph(text, Zone.Body, 0, 0)] };
}
