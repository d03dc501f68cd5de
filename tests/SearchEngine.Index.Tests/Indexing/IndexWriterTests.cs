using SearchEngine.Index.Indexing;
using SearchEngine.Index.Query;
using SearchEngine.Index.Reading;
using SearchEngine.Index.Schema;
using SearchEngine.Index.Search;
using SearchEngine.Index.Store;
using SearchEngine.TestKit;

namespace SearchEngine.Index.Tests.Indexing;

public sealed class IndexWriterTests
{
    [Fact]
    public void Keeps_the_number_of_segments_bounded_when_every_document_is_a_commit()
    {
        RamDirectory directory = new();
        using IndexWriter writer = Open(directory, new IndexWriterOptions { MergeFactor = 4 });

        for (int i = 0; i < 100; i++)
        {
            writer.Add(new Document { Id = $"d{i}", Paragraphs = [new Paragraph($"第{i}篇", Zone.Body, 0, 0)] });
            writer.Commit();
        }

        int segments = directory.List().Count(name => name.EndsWith(".terms", StringComparison.Ordinal));
        Assert.InRange(segments, 1, 8);
        Assert.Equal(100, Held(directory).Count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Does_great_merges_between_two_commits_too(int threads)
    {
        using IndexWriter writer = Open(
            new RamDirectory(), new IndexWriterOptions { MergeFactor = 4, BufferBytes = 1, Threads = threads, GreatMerge = 1 });

        // Each document fills a buffer, and every merge is a great one.
        for (int i = 0; i < 100; i++)
            writer.Add(new Document { Id = $"d{i}", Paragraphs = [new Paragraph($"第{i}篇", Zone.Body, 0, 0)] });

        using IndexReader snapshot = writer.OpenSnapshot();
        Assert.InRange(snapshot.Segments.Count, 1, 8);
        Assert.Equal(100, snapshot.DocumentCount);
    }

    [Fact]
    public void Refuses_a_second_writer_and_frees_the_lock_when_it_is_disposed_of()
    {
        string folder = Directory.CreateTempSubdirectory("searchengine-lock").FullName;
        try
        {
            FileSystemDirectory directory = new(folder);
            using (Open(directory))
                Assert.Throws<WriteLockHeldException>(() => Open(new FileSystemDirectory(folder)));

            Open(directory).Dispose();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Refuses_another_schema()
    {
        RamDirectory directory = new();
        Open(directory).Dispose();

        Assert.Throws<SchemaMismatchException>(() =>
            IndexWriter.Open(directory, WriterScript.Analyzer, RandomCorpus.Schema with { Roles = 6 }));
    }

    [Fact]
    public void Gives_back_the_user_data_of_the_last_commit()
    {
        RamDirectory directory = new();
        using (IndexWriter writer = Open(directory))
        {
            Assert.Empty(writer.CommittedUserData);
            writer.Commit(new Dictionary<string, string> { ["catalogue"] = "42" });
        }

        using IndexWriter again = Open(directory);
        Assert.Equal("42", again.CommittedUserData["catalogue"]);
    }

    [Fact]
    public void Refuses_a_bad_document_and_goes_on()
    {
        RamDirectory directory = new();
        using IndexWriter writer = Open(directory);

        Assert.Throws<ArgumentException>(() => writer.Add(new Document { Id = "", Paragraphs = [] }));
        Assert.Throws<ArgumentException>(() =>
            writer.Add(new Document { Id = "a", Paragraphs = [new Paragraph("x", Zone.Body, 5, 0)] }));
        Assert.Throws<ArgumentException>(() =>
            writer.Add(new Document
            {
                Id = "a",
                Paragraphs = [],
                Numbers = new Dictionary<string,
                long>
                { ["no"] = 1 }
            }));

        writer.Add(new Document { Id = "a", Paragraphs = [] });
        writer.Commit();
        Assert.Single(Held(directory));
    }

    [Fact]
    public void A_snapshot_stays_as_it_was_while_the_writer_replaces_every_file()
    {
        string folder = Directory.CreateTempSubdirectory("searchengine-snapshot").FullName;
        try
        {
            FileSystemDirectory directory = new(folder);
            using IndexWriter writer = Open(directory, new IndexWriterOptions { MergeFactor = 2 });
            writer.Add(new Document { Id = "a", Paragraphs = [new Paragraph("旧的正文", Zone.Body, 0, 0)] });
            writer.Commit();
            using IndexReader old = IndexReader.Open(directory, WriterScript.Analyzer);
            Assert.Null(old.OpenIfChanged());

            for (int i = 0; i < 6; i++)
            {
                writer.Add(new Document { Id = "a", Paragraphs = [new Paragraph($"新的正文{i}", Zone.Body, 0, 0)] });
                writer.Commit();
            }

            Assert.Equal(1, new Searcher(old).Search(new IndexRequest { Query = new PhraseQuery("旧的正文") }).Documents);
            using IndexReader fresh = old.OpenIfChanged()!;
            Assert.True(fresh.Generation > old.Generation);
            Assert.Equal(0, new Searcher(fresh).Search(new IndexRequest { Query = new PhraseQuery("旧的正文") }).Documents);
            Assert.Equal(1, new Searcher(fresh).Search(new IndexRequest { Query = new PhraseQuery("正文 5") }).Documents);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IndexWriter Open(IDirectory directory, IndexWriterOptions? options = null) =>
        IndexWriter.Open(directory, WriterScript.Analyzer, RandomCorpus.Schema, options);

    private static Dictionary<string, string> Held(IDirectory directory)
    {
        using IndexReader reader = IndexReader.Open(directory, WriterScript.Analyzer);
        return new Searcher(reader).Search(new IndexRequest { Query = new AllQuery(), Limit = 1_000 })
            .Hits.ToDictionary(hit => hit.Id, hit => hit.Stored);
    }
}
