using System.Diagnostics;
using SearchEngine.Index.Indexing;
using SearchEngine.Index.Pruning;
using SearchEngine.Index.Query;
using SearchEngine.Index.Reading;
using SearchEngine.Index.Schema;
using SearchEngine.Index.Search;
using SearchEngine.Index.Store;
using SearchEngine.Index.Tests.Indexing;
using SearchEngine.TestKit;

namespace SearchEngine.Index.Tests.Damage;

/// <summary>
/// The files of a small index with every kind of file, and what may happen when one of them is damaged.
/// </summary>
internal static class SoundIndex
{
    /// <summary>Bytes that a search in damaged files may allocate.</summary>
    private const long MaxAllocation = 256L << 20;

    /// <summary>Requests for each damage; thousands of damages meet them all.</summary>
    private const int RequestsOfDamage = 3;

    private static readonly TimeSpan MaxTime = TimeSpan.FromSeconds(5);

    private static readonly IndexRequest[] Requests =
    [
        .. ((Index.Query.Query[])
            [
                new PhraseQuery("政府工作"),
                new PhraseQuery("法"),
                new PhraseQuery("政府工作法治联动"),
                new WildcardQuery("1*"),
                new WildcardQuery("政*法"),
                new WildcardQuery("?政?法"),
                new NearQuery(new PhraseQuery("政"), new PhraseQuery("法"), NearScope.Sentence, 0, false),
                new AndQuery([new PhraseQuery("政府"), new PhraseQuery("法治")]),
                new RelatedQuery("政府工作"),
                new AllQuery(),
            ]).SelectMany(query => (bool[])[false, true], (query, wide) => new IndexRequest
            {
                Query = query,
                Wide = wide,
                Facets = ["year", "region", "topics"],
                Sort = wide ? [new SortKey(SortBy.Field, "region"), new SortKey(SortBy.Field, "year")] : [],
                Limit = 3,
            }),
    ];

    /// <summary>Content by name: two commits, two segments, deletions.</summary>
    public static IReadOnlyDictionary<string, byte[]> Files { get; } = Build(documents: 14, lines: 5);

    /// <summary>The same with lists of more than one block, and files over 4 KiB.</summary>
    public static IReadOnlyDictionary<string, byte[]> LargeFiles { get; } = Build(documents: 40, lines: 40);

    /// <summary>A directory with these files, one of them replaced, or left out when null.</summary>
    public static RamDirectory With(IReadOnlyDictionary<string, byte[]> files, string name, byte[]? content)
    {
        RamDirectory directory = new();
        foreach ((string other, byte[] bytes) in files)
        {
            if (other == name && content is null)
                continue;
            using IFileWriter writer = directory.Create(other);
            writer.Write(other == name ? content : bytes);
        }

        return directory;
    }

    /// <summary>True when the index does not open, with a typed error.</summary>
    public static bool IsRefused(IDirectory directory)
    {
        try
        {
            using IndexReader reader = IndexReader.Open(directory, WriterScript.Analyzer);
            return false;
        }
        catch (Exception e) when (e is CorruptIndexException or IndexFormatException)
        {
            return true;
        }
    }

    /// <summary>
    /// Asks some of the requests, passages included. Null when the answers came or typed errors did, within time and
    /// memory; else what happened.
    /// </summary>
    public static string? WrongWithSearching(IDirectory directory, Random random)
    {
        IndexRequest[] asked = random.GetItems(Requests, RequestsOfDamage);
        long start = Stopwatch.GetTimestamp();
        long before = GC.GetAllocatedBytesForCurrentThread();
        Exception? thrown = Record.Exception(() => Ask(directory, asked));
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        if (thrown is not (null or CorruptIndexException or IndexFormatException))
            return thrown.ToString();
        if (Stopwatch.GetElapsedTime(start) > MaxTime)
            return $"{Stopwatch.GetElapsedTime(start)} of searching";
        return allocated > MaxAllocation ? $"{allocated} bytes allocated" : null;
    }

    private static void Ask(IDirectory directory, IndexRequest[] requests)
    {
        using IndexReader reader = IndexReader.Open(directory, WriterScript.Analyzer);
        Searcher searcher = new(reader);
        CorruptIndexException? first = null;
        foreach (IndexRequest asked in requests)
        {
            // A lie about the schema is not to be known as one: fields that are gone are not asked for.
            IndexRequest request = asked with
            {
                Facets = [.. asked.Facets.Where(name => reader.Schema.Fields.Any(field => field.Name == name))],
                Sort = [.. asked.Sort.Where(key => reader.Schema.Fields.Any(
                    field => field.Name == key.Field && field.Kind != FieldKind.Keywords))],
            };
            // Damage that one request meets must not hide what the next one would.
            try
            {
                foreach (IndexHit hit in searcher.Search(request).Hits)
                    _ = searcher.Passages(hit.Document, request, 3);
                _ = new TopSearcher(searcher).Search(request);
            }
            catch (CorruptIndexException e)
            {
                first ??= e;
            }
        }

        if (first is not null)
            throw first;
    }

    private static Dictionary<string, byte[]> Build(int documents, int lines)
    {
        RamDirectory directory = new();
        Random random = new(11);
        using (IndexWriter writer = IndexWriter.Open(directory, WriterScript.Analyzer, RandomCorpus.Schema))
        {
            for (int i = 0; i < documents; i++)
                writer.Add(Make(random, $"d{i:00}", lines));
            writer.Commit();
            for (int i = 0; i < documents / 4; i++)
                writer.Add(Make(random, $"d{3 * i:00}", lines));
            writer.Delete("d05");
            writer.Commit();
        }

        return directory.List().ToDictionary(name => name, name => ReadAll(directory, name));
    }

    private static Document Make(Random random, string id, int lines) =>
        RandomCorpus.Describe(random, id,
            Enumerable.Range(0, lines).Select(_ => RandomCorpus.Text(random, random.Next(60))));

    private static byte[] ReadAll(RamDirectory directory, string name)
    {
        using MappedFile file = directory.OpenRead(name);
        return file.Slice(0, (int)file.Length).ToArray();
    }
}
