using System.Diagnostics;
using System.Text;
using SearchEngine.Index.Check;
using SearchEngine.Index.Indexing;
using SearchEngine.Index.Query;
using SearchEngine.Index.Reading;
using SearchEngine.Index.Search;
using SearchEngine.Index.Store;
using SearchEngine.TestKit;

namespace SearchEngine.Index.Tests.Indexing;

/// <summary>Measures; run with <c>-explicit only</c> on a Release build.</summary>
public sealed class IndexingSpeedTests
{
    [Fact(Explicit = true)]
    public void Indexes_the_laws_and_prints_what_it_took()
    {
        Assert.SkipWhen(RepoPaths.SharedIsMissing(), "needs ../shared");
        Random random = new(1);
        Document[] documents = [.. SharedCorpus.Laws().Select(law => RandomCorpus.Describe(random, law.Id, law.Lines))];
        long bytes = documents.Sum(document => document.Paragraphs.Sum(p => (long)Encoding.UTF8.GetByteCount(p.Text)));
        string folder = Directory.CreateTempSubdirectory("searchengine-speed").FullName;
        try
        {
            FileSystemDirectory directory = new(folder);
            long start = Stopwatch.GetTimestamp();
            using (IndexWriter writer = IndexWriter.Open(directory, WriterScript.Analyzer, RandomCorpus.Schema))
            {
                foreach (Document document in documents)
                    writer.Add(document);
                writer.Commit();
            }

            TimeSpan indexing = Stopwatch.GetElapsedTime(start);
            long size = directory.List().Sum(directory.Length);
            Print($"{bytes / 1e6:f1} MB of text in {indexing.TotalSeconds:f2} s = {bytes / 1e6 / indexing.TotalSeconds:f1} MB/s");
            foreach (IGrouping<string, string> kind in directory.List().GroupBy(name => Path.GetExtension(name)))
                Print($"{kind.Key} {kind.Sum(directory.Length) / (double)bytes:f3} of the text in {kind.Count()} files");
            Print($"all {size / (double)bytes:f3} of the text");

            start = Stopwatch.GetTimestamp();
            using IndexReader reader = IndexReader.Open(directory, WriterScript.Analyzer);
            Print($"open {Stopwatch.GetElapsedTime(start).TotalMilliseconds:f2} ms");
            Searcher searcher = new(reader);
            foreach (string phrase in (string[])["人民政府", "行政处罚法", "法", "应当自收到申请之日起", "公共法律服务"])
                Print($"{phrase}: {Measure(searcher, new PhraseQuery(phrase))}");
            Print($"人民 ~10 政府: {Measure(searcher, new NearQuery(new PhraseQuery("人民"), new PhraseQuery("政府"), NearScope.Units, 10, false))}");

            start = Stopwatch.GetTimestamp();
            Assert.True(IndexChecker.Check(directory).IsSound);
            Print($"check {size / 1e6 / Stopwatch.GetElapsedTime(start).TotalSeconds:f0} MB/s");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Measure(Searcher searcher, Index.Query.Query query)
    {
        IndexRequest request = new() { Query = query, Facets = ["year", "region", "topics"] };
        IndexResult result = searcher.Search(request);
        List<double> times = [];
        for (int i = 0; i < 30; i++)
        {
            long start = Stopwatch.GetTimestamp();
            result = searcher.Search(request);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        times.Sort();
        return $"{result.Documents} / {result.Occurrences}, p50 {times[15]:f2} ms";
    }

    private static void Print(FormattableString line) =>
        TestContext.Current.TestOutputHelper!.WriteLine(FormattableString.Invariant(line));
}
