using SearchEngine.Index.Check;
using SearchEngine.Index.Indexing;
using SearchEngine.Index.Query;
using SearchEngine.Index.Reading;
using SearchEngine.Index.Search;
using SearchEngine.Index.Store;
using SearchEngine.Index.Tests.Damage;
using SearchEngine.Index.Tests.Indexing;
using SearchEngine.TestKit;

namespace SearchEngine.Index.Tests.Store;

/// <summary>
/// E7: indexes written once and kept, one for each version of the format. A change of the format that does not change
/// its number is found here. After a change of the number run the explicit test; the older folders stay.
/// </summary>
public sealed class FrozenIndexTests
{
    private static readonly string Folder = Path.Combine(RepoPaths.Root, "tests", "SearchEngine.Index.Tests", "Frozen");
    private static readonly string Current = $"v{FileEnvelope.Version}";

    public static TheoryData<string> Older =>
        [.. Directory.EnumerateDirectories(Folder).Select(path => Path.GetFileName(path)).Where(name => name !=
            Current)];

    private static IReadOnlyList<Document> Documents => RandomCorpus.Synthetic(new Random(2026), 8);

    [Fact]
    public void The_frozen_index_is_read_as_one_that_is_written_now()
    {
        FileSystemDirectory frozen = Copy(Current, out TempFolder folder);
        using TempFolder _ = folder;
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

    [Theory]
    [MemberData(nameof(Older))]
    public void An_index_of_an_older_version_is_refused_with_what_to_do(string version)
    {
        FileSystemDirectory frozen = Copy(version, out TempFolder folder);
        using TempFolder _ = folder;

        Assert.Throws<IndexFormatException>(() => IndexReader.Open(frozen, WriterScript.Analyzer));
        Assert.Throws<IndexFormatException>(
            () => IndexWriter.Open(frozen, WriterScript.Analyzer, RandomCorpus.Schema));
        Assert.All(IndexChecker.Check(frozen).Findings, finding =>
            Assert.Contains("Rebuild", finding.Remedy, StringComparison.Ordinal));
        Assert.False(IndexChecker.Check(frozen).IsSound);
    }

    [Fact]
    public void An_index_of_a_newer_version_is_refused_with_a_typed_error()
    {
        const int PlaceOfVersion = 4;
        byte[] newer = [.. SoundIndex.Files["commit_3"]];
        newer[PlaceOfVersion] = 99;
        RamDirectory directory = LyingDirectory.Of(SoundIndex.Files, "commit_3", newer);

        Assert.Throws<IndexFormatException>(() => IndexReader.Open(directory, WriterScript.Analyzer));
    }

    [Fact(Explicit = true)]
    public void Write_the_frozen_index_of_this_version_anew()
    {
        string folder = Path.Combine(Folder, Current);
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        Write(new FileSystemDirectory(folder));
        File.Delete(Path.Combine(folder, "write.lock"));
    }

    /// <summary>A copy, because opening for writing makes a lock file.</summary>
    private static FileSystemDirectory Copy(string version, out TempFolder folder)
    {
        folder = new TempFolder();
        string target = folder.New();
        Directory.CreateDirectory(target);
        foreach (string file in Directory.EnumerateFiles(Path.Combine(Folder, version)))
            File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
        return new FileSystemDirectory(target);
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
