using SearchEngine.Analysis;
using SearchEngine.Index.Indexing;
using SearchEngine.Index.Reading;
using SearchEngine.Index.Store;
using SearchEngine.TestKit;

namespace SearchEngine.Index.Tests.Search;

/// <summary>Small indexes of given documents.</summary>
internal static class TestIndex
{
    public static ChineseAnalyzer Analyzer { get; } = new();

    /// <summary>A commit for every so many documents, which is a segment when nothing is merged.</summary>
    public static IndexReader Of(
        IEnumerable<Document> documents, int perCommit = int.MaxValue, int mergeFactor = 8, IDirectory? directory =
            null)
    {
        directory ??= new RamDirectory();
        IndexWriterOptions options = new() { MergeFactor = mergeFactor };
        using IndexWriter writer = IndexWriter.Open(directory, Analyzer, RandomCorpus.Schema, options);
        foreach (Document[] chunk in documents.Chunk(perCommit))
        {
            foreach (Document document in chunk)
                writer.Add(document);
            writer.Commit();
        }

        return IndexReader.Open(directory, Analyzer);
    }

    /// <summary>One document of these body paragraphs.</summary>
    public static Document Saying(string id, params string[] paragraphs) =>
        new() { Id = id, Paragraphs = [.. paragraphs.Select(text => new Paragraph(text, Zone.Body, 0, 0))] };
}
