using System.Diagnostics;
using System.Globalization;
using SearchEngine.Index.Analysis;
using SearchEngine.Index.Query;
using SearchEngine.Index.Reading;
using SearchEngine.Index.Search;
using SearchEngine.TestKit;

namespace SearchEngine.Index.Tests.Search;

/// <summary>
/// E5: scores beside those of real Lucene on the same tokens (Debian's liblucene8-java, Java 11 or newer; skipped where
/// they are not). Lucene leaves out the constant factor k1 + 1, gives a phrase the sum of its terms' idf, and keeps a
/// document's length in one byte: exact below 40, then with four significant bits.
/// </summary>
public sealed class LuceneOrderTests
{
    private const string Jars = "/usr/share/java";
    private const int Documents = 1_000;
    private const int LongestExact = 39;
    private const double K1PlusOne = 2.2;

    /// <summary>Characters that are canonical already: Lucene is not to be asked to fold.</summary>
    private static readonly char[] Characters = [.. Enumerable.Range(0x4e00, 2_000).Select(code => (char)code)
        .Where(IsCanonical).Take(300)];

    [Fact]
    public async Task Lengths_that_Lucene_keeps_exactly_give_its_scores_and_its_order()
    {
        string[] lucene = Lucene();
        Assert.SkipWhen(lucene.Length == 0, "needs java and liblucene8-java");
        RandomSeed seed = RandomSeed.Next();
        Random random = seed.Create();
        (int compared, int same, double worst) = await CompareAsync(lucene, random, LongestExact, seed);

        Assert.Equal(compared, same);
        Assert.True(worst < 1e-4, $"{worst}; {seed}");
        Progress.Say($"E5 documents={Documents} queries={compared} same top 10={same} worst relative difference={worst:e1}");
    }

    [Fact]
    public async Task Longer_documents_differ_by_what_one_byte_of_length_loses()
    {
        string[] lucene = Lucene();
        Assert.SkipWhen(lucene.Length == 0, "needs java and liblucene8-java");
        RandomSeed seed = RandomSeed.Next();
        (int compared, int same, double worst) = await CompareAsync(lucene, seed.Create(), 400, seed);

        // Four bits: a length is at most an eighth too small, and its part in the score is less than that.
        Assert.True(worst < 0.125, $"{worst}; {seed}");
        Progress.Say($"E5 lengths to 400: queries={compared} same top 10={same} worst relative difference={worst:f3}");
    }

    /// <summary>
    /// Queries, those whose ten best are the same in order (ties aside), and the worst difference of scores.
    /// </summary>
    private static async Task<(int Compared, int Same, double Worst)> CompareAsync(
        string[] lucene, Random random, int longest, RandomSeed seed)
    {
        string[] texts = [.. Enumerable.Range(0, Documents).Select(_ => Text(random, random.Next(1, longest + 1)))];
        string[] queries = [.. Enumerable.Range(0, 60).Select(i => QueryOf(random, texts, i % 3))];
        using TempFolder folder = new();
        string documentsFile = Path.Combine(folder.Path, "documents.txt");
        string queriesFile = Path.Combine(folder.Path, "queries.txt");
        await File.WriteAllLinesAsync(documentsFile, texts.Select(Tokens), TestContext.Current.CancellationToken);
        await File.WriteAllLinesAsync(queriesFile, queries, TestContext.Current.CancellationToken);
        string[] rows = await RunAsync([.. lucene, documentsFile, queriesFile]);
        Assert.Equal(queries.Length, rows.Length);
        using IndexReader reader = TestIndex.Of(texts.Select((text, i) => TestIndex.Saying($"{i:0000}", text)), 300);
        Searcher searcher = new(reader);
        int same = 0;
        double worst = 0;
        for (int i = 0; i < queries.Length; i++)
        {
            (int Document, double Score)[] theirs = [.. rows[i].Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(hit => hit.Split(':')).Select(hit => (Int(hit[0]), Double(hit[1])))];
            IndexResult ours = searcher.Search(new IndexRequest { Query = Parse(queries[i]), Limit = Documents });
            Dictionary<int, double> scores = ours.Hits.ToDictionary(hit => Int(hit.Id), hit => hit.Score);
            Assert.True(theirs.All(hit => scores.ContainsKey(hit.Document)), $"{queries[i]}; {seed}");
            // A phrase's idf differs by a constant factor, any other score by k1 + 1.
            double factor = queries[i].StartsWith("phrase", StringComparison.Ordinal)
                ? scores[theirs[0].Document] / theirs[0].Score
                : K1PlusOne;
            worst = Math.Max(worst, theirs.Max(hit => Math.Abs((scores[hit.Document] / (hit.Score * factor)) - 1)));
            double[] inTheirOrder = [.. theirs.Select(hit => scores[hit.Document])];
            double[] best = [.. ours.Hits.Take(theirs.Length).Select(hit => hit.Score)];
            same += inTheirOrder.Zip(best).All(pair => Math.Abs(pair.First - pair.Second) < 1e-5 * pair.Second) ? 1 : 0;
        }

        return (queries.Length, same, worst);
    }

    private static string Text(Random random, int length) => string.Concat(
        Enumerable.Range(0, length).Select(_ =>
            Characters[(int)(Characters.Length * Math.Pow(random.NextDouble(), 3))]));

    private static string Tokens(string text) => string.Join(' ', text.ToCharArray());

    private static bool IsCanonical(char character)
    {
        UnitBuffer units = new();
        TestIndex.Analyzer.Analyze([character], units);
        return units.Units is [{ Kind: UnitKind.Character } unit] && unit.Value == character;
    }

    private static string QueryOf(Random random, string[] texts, int kind)
    {
        string text;
        do
        {
            text = texts[random.Next(texts.Length)];
        }
        while (text.Length < 2);
        int at = random.Next(text.Length - 1);
        return kind switch
        {
            0 => $"term {text[at]}",
            // A word twice counts once here and twice there.
            1 => $"or {text[at]} {Characters.First(c => c != text[at] && random.Next(20) == 0)}",
            _ => $"phrase {text[at]} {text[at + 1]}",
        };
    }

    private static Index.Query.Query Parse(string query) => query.Split(' ') switch
    {
        ["term", var word] => new PhraseQuery(word),
        ["or", var first, var second] => new OrQuery([new PhraseQuery(first), new PhraseQuery(second)]),
        [_, var first, var second] => new PhraseQuery(first + second),
        _ => throw new FormatException(query),
    };

    /// <summary>The command's arguments up to the files; empty where Lucene is not at hand.</summary>
    private static string[] Lucene()
    {
        if (!Directory.Exists(Jars))
            return [];
        string[] jars = [.. Directory.EnumerateFiles(Jars, "lucene-core-8*.jar"),
            .. Directory.EnumerateFiles(Jars, "lucene-analyzers-common-8*.jar")];
        string source = Path.Combine(RepoPaths.Root, "tests", "SearchEngine.Index.Tests", "Lucene", "LuceneOrder.java");
        return jars.Length >= 2 && File.Exists("/usr/bin/java") && File.Exists("/usr/bin/javac")
            ? ["-cp", string.Join(':', jars), source]
            : [];
    }

    private static async Task<string[]> RunAsync(string[] arguments)
    {
        ProcessStartInfo start = new("java", arguments) { RedirectStandardOutput = true };
        using Process process = Process.Start(start)!;
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
        return output.TrimEnd('\n').Split('\n');
    }

    private static int Int(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static double Double(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
