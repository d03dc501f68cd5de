using System.Text.RegularExpressions;

namespace SearchEngine.EndToEnd.Tests.Samples;

/// <summary>The sample texts are our own: they share facts with the real reports, not sentences.</summary>
public sealed partial class SampleWordingTests
{
    /// <summary>So many characters in a row, within a sentence, count as taken over.</summary>
    private const int RunLength = 13;

    /// <summary>Wordings that are nobody's: the names that the rules themselves give to a report and its parts.</summary>
    private static readonly string[] OfficialPhrases =
    [
        // The name of the duty in the regulation of 2016, which every report has to give an account of.
        "主要负责人履行推进法治建设第一责任人职责",
        // The name of this kind of document, with and without 的.
        "年度法治政府建设情况报告",
        "年度法治政府建设情况的报告",
        "法治政府建设情况报告如下",
    ];

    [Fact]
    public void No_sentence_is_taken_from_the_real_reports()
    {
        string seeds = SeedFolder();
        HashSet<string> taken = [.. Directory.GetFiles(seeds, "*.txt").SelectMany(f => Runs(File.ReadAllText(f)))];
        IReadOnlyList<ExpectedPage> pages = ExpectedPage.All();
        string[] names = [.. pages.SelectMany(Names).Concat(OfficialPhrases).OrderByDescending(name => name.Length)];

        Assert.True(taken.Count > 10_000, "The real reports were not read.");
        Assert.All(pages, page =>
            Assert.DoesNotContain(Runs(WithoutNames(SamplePage.Text(page), names)), taken.Contains));
    }

    /// <summary>Titles, places' organs and index numbers: true to the real pages by intention.</summary>
    private static IEnumerable<string> Names(ExpectedPage page) =>
        new[] { page.Title, page.IndexNumber }.Concat(page.Issuer?.Split('、') ?? []).OfType<string>();

    private static string WithoutNames(string text, IEnumerable<string> names)
    {
        text = CitedName().Replace(text, "\n");
        return names.Aggregate(text, (rest, name) => rest.Replace(name, "\n", StringComparison.Ordinal));
    }

    /// <summary>Every run of <see cref="RunLength"/> characters within a sentence; without quotes and spaces.</summary>
    private static IEnumerable<string> Runs(string text) =>
        from sentence in SentenceEnd().Split(text)
        let folded = Ignored().Replace(sentence.Normalize(System.Text.NormalizationForm.FormKC), "")
        from start in Enumerable.Range(0, Math.Max(0, folded.Length - RunLength + 1))
        select folded.Substring(start, RunLength);

    private static string SeedFolder()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "SearchEngine.sln")))
            folder = folder.Parent;
        string seeds = Path.Combine(folder?.Parent?.FullName ?? "", "shared", "seeds");
        bool there = Directory.Exists(seeds);
        Assert.SkipUnless(there || Environment.GetEnvironmentVariable("CI") == "true", "No measuring material here.");
        Assert.True(there, $"The measuring material is missing: {seeds}");
        return seeds;
    }

    [GeneratedRegex("[\\n。！？；;!?]", RegexOptions.NonBacktracking)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex("[\\s“”‘’\"'《》〈〉「」•·・]", RegexOptions.NonBacktracking)]
    private static partial Regex Ignored();

    /// <summary>The title of a law or document in its marks, and a document number.</summary>
    [GeneratedRegex("《[^》]*》|[\\u4e00-\\u9fff]{2,6}〔\\d{4}〕\\d+号|\\d{4}-\\d{2}-\\d{2}", RegexOptions.NonBacktracking)]
    private static partial Regex CitedName();
}
