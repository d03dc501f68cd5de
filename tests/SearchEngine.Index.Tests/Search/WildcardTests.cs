using SearchEngine.Index.Indexing;
using SearchEngine.Index.Query;
using SearchEngine.Index.Reading;
using SearchEngine.Index.Search;
using SearchEngine.TestKit;
using SearchEngine.TestKit.Oracle;

namespace SearchEngine.Index.Tests.Search;

/// <summary>
/// Patterns of ?, * and few characters and signs, in texts of little else: every kind of place meets every kind of
/// unit, ends of paragraphs and of documents among them. AMOUNT_WILDCARDS says how many.
/// </summary>
public sealed class WildcardTests
{
    private const int Usual = 3_000;
    private const int Documents = 150;
    private const string Units = "法法治院，。“1x";
    private const string Steps = "法法治院???*，";

    [Fact]
    public void Every_pattern_occurs_as_often_as_the_oracle_says()
    {
        RandomSeed seed = RandomSeed.Next();
        Random random = seed.Create();
        Document[] documents = [.. Enumerable.Range(0, Documents).Select(i => RandomCorpus.Describe(
            random, $"w{i:000}", Enumerable.Range(0, random.Next(5)).Select(_ => Of(Units, random, random.Next(9)))))];
        using IndexReader reader = TestIndex.Of(documents, perCommit: Documents / 3);
        Searcher searcher = new(reader);
        BruteForce oracle = new(TestIndex.Analyzer, documents);
        int patterns = Amount.Of("WILDCARDS", Usual);
        long found = 0;
        int placed = 0;
        for (int i = 0; i < patterns; i++)
        {
            string pattern = Of(Steps, random, random.Next(2, 8));
            Zone? zone = random.Next(6) switch { 0 => Zone.Title, 1 => Zone.Body, _ => null };
            WildcardQuery query = new(pattern, zone);
            IndexRequest request = new() { Query = query, Wide = random.Next(4) == 0, Limit = Documents };
            Dictionary<string, long> expected = oracle.Search(request);

            IndexResult actual = searcher.Search(request);

            Assert.True(
                expected.OrderBy(hit => hit.Key, StringComparer.Ordinal).SequenceEqual(
                    actual.Hits.Select(hit => KeyValuePair.Create(hit.Id, hit.Occurrences)).OrderBy(hit => hit.Key, StringComparer.Ordinal)),
                $"「{pattern}」 zone {zone} wide {request.Wide}: {expected.Values.Sum()} expected, {actual.Occurrences} found; {seed}");
            found += actual.Occurrences;
            Pattern compiled = new PatternCompiler(TestIndex.Analyzer, request.Wide).Compile(query);
            placed += !request.Wide && PositionMatcher.CanMatch(compiled) ? 1 : 0;
        }

        // Both ways, by positions and by text, have something to do.
        Assert.InRange(placed, patterns / 5, patterns * 4 / 5);
        Progress.Say($"wildcards={patterns} by positions={placed} occurrences={found} missing=0 extra=0");
    }

    private static string Of(string alphabet, Random random, int length) =>
        string.Concat(Enumerable.Range(0, length).Select(_ => alphabet[random.Next(alphabet.Length)]));
}
