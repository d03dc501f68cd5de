using SearchEngine.Search.Answers;
using SearchEngine.TestKit;

namespace SearchEngine.Ingest.Tests.Campaigns;

/// <summary>
/// Catalogue and index made again from the archive alone answer as before: the same ids, texts and order, for phrases cut at
/// random from the reports. AMOUNT_H6 says how many queries, 1,000 otherwise.
/// </summary>
public sealed class RebuildCampaignTests
{
    [Fact]
    public void A_store_rebuilt_from_its_archive_answers_every_query_in_the_same_order()
    {
        int amount = Amount.Of("H6", 1_000);
        RandomSeed seed = RandomSeed.Next();
        Random random = seed.Create();
        using TemporaryStore store = new();
        string[] texts = [.. Enumerable.Range(0, 60).Select(i => TemporaryStore.Report(Place(i), 1990 + i, Sentence(random)))];
        store.Import([.. texts.Select((text, i) => store.Write($"{i:D2}.txt", text))]);
        string[] queries = [.. Enumerable.Range(0, amount).Select(_ => Query(texts[random.Next(texts.Length)], random))];
        string[] before = [.. queries.Select(query => Answer(store, query))];
        Directory.Delete(store.Folder.Index, recursive: true);
        foreach (string file in Directory.GetFiles(
            Path.GetDirectoryName(store.Folder.Catalogue)!, Path.GetFileName(store.Folder.Catalogue) + "*"))
        {
            File.Delete(file);
        }

        using (IngestPipeline pipeline = IngestPipeline.OpenForRebuild(store.Folder))
        {
            pipeline.Rebuild(CancellationToken.None);
            pipeline.Index(CancellationToken.None);
        }

        int found = 0;
        for (int i = 0; i < queries.Length; i++)
        {
            string after = Answer(store, queries[i]);
            Assert.True(before[i] == after, $"“{queries[i]}”: {before[i]} became {after}, {seed}");
            found += after.Contains('\n', StringComparison.Ordinal) ? 1 : 0;
        }

        Assert.True(found > amount / 2, $"only {found} of {amount} queries found anything, {seed}");
        TestContext.Current.TestOutputHelper?.WriteLine($"{amount} queries, {found} with hits, all as before");
    }

    private static string Place(int number) => number % 2 == 0 ? "济南市市中区" : "枣庄市峄城区";

    private static string Sentence(Random random)
    {
        const string Characters = "府院联动行政复议执法监督法治政府建设依法决策公开服务改革营商环境基层治理普法教育诉前调解应诉备案审查";
        return string.Concat(Enumerable.Range(0, 200).Select(i => i % 23 == 22 ? '，' : Characters[random.Next(Characters.Length)])) + "。";
    }

    private static string Query(string text, Random random)
    {
        int length = random.Next(1, 7);
        string cut = text.Substring(random.Next(text.Length - length), length);
        return string.Concat(cut.Where(char.IsLetterOrDigit)) is { Length: > 0 } words ? words : "府院";
    }

    private static string Answer(TemporaryStore store, string query)
    {
        SearchAnswer answer = store.Search(query, limit: 1000);
        return string.Join('\n', answer.Hits.Select(hit => $"{hit.Id} {hit.Score:R}").Prepend($"{answer.Reports} {answer.Occurrences}"));
    }
}
