using SearchEngine.Index.Indexing;
using SearchEngine.Index.Search;
using SearchEngine.Index.Store;
using SearchEngine.Index.Tests.Crash;
using SearchEngine.IndexingChild;
using SearchEngine.TestKit;

namespace SearchEngine.Index.Tests.Search;

public sealed class SearcherTests
{
    private const int UsualCorpora = 6;
    private const int CorporaOfProcess = 25;
    private const int NeverMerge = 10_000;

    /// <summary>E2.</summary>
    [Fact]
    public void Answers_do_not_depend_on_segments_merges_storage_or_order()
    {
        RandomSeed seed = RandomSeed.Next();
        Random random = seed.Create();
        int corpora = Amount.Of("E2", UsualCorpora);
        for (int corpus = 0; corpus < corpora; corpus++)
        {
            using TempFolder folders = new();
            IReadOnlyList<Document> documents = corpus % 2 == 0
                ? RandomCorpus.Synthetic(random, 60)
                : RandomCorpus.Zipf(random, 60, random.Next(5, 500), longestLine: 80);
            Document[] shuffled = [.. documents];
            random.Shuffle(shuffled);
            Searcher[] searchers =
            [
                new(TestIndex.Of(documents)),
                new(TestIndex.Of(documents, 30, NeverMerge)),
                new(TestIndex.Of(documents, 9, NeverMerge)),
                new(TestIndex.Of(shuffled.Take(50).Concat(shuffled), 1, NeverMerge)),
                new(TestIndex.Of(documents, 1, mergeFactor: 2)),
                new(TestIndex.Of(shuffled, 7, directory: new FileSystemDirectory(folders.New()))),
            ];
            RandomQueries queries = new(random, documents);
            for (int i = 0; i < 30; i++)
            {
                IndexRequest request = queries.Next() with { Explain = true };
                string expected = AnswerDigest.Describe(searchers[0].Search(request));
                for (int other = 1; other < searchers.Length; other++)
                {
                    string actual = AnswerDigest.Describe(searchers[other].Search(request));
                    Assert.True(expected == actual, $"index {other}: {QueryText.Of(request)} {seed}");
                }
            }

            foreach (Searcher searcher in searchers)
                searcher.Reader.Dispose();
        }

        Progress.Say($"E2 corpora={corpora} variants=6 wrong=0");
    }

    /// <summary>E2: the runtime is told that the machine has no vector instructions, or only narrow ones.</summary>
    [Fact]
    public async Task Answers_do_not_depend_on_the_instructions_of_the_machine()
    {
        RandomSeed seed = RandomSeed.Next();
        int corpora = Math.Max(2, Amount.Of("E2", UsualCorpora) / 4);
        for (int made = 0; made < corpora; made += CorporaOfProcess)
        {
            int first = unchecked(seed.Value + made);
            int count = Math.Min(CorporaOfProcess, corpora - made);
            string here = AnswerDigest.Of(first, count);

            Assert.Equal(here, await ChildProcess.AnswersAsync(first, count, ("DOTNET_EnableHWIntrinsic", "0")));
            Assert.Equal(here, await ChildProcess.AnswersAsync(first, count, ("DOTNET_EnableAVX512F", "0")));
            Assert.Equal(here, await ChildProcess.AnswersAsync(first, count, ("DOTNET_EnableAVX2", "0")));
        }

        Progress.Say($"E2 corpora={corpora} without vectors, AVX-512, AVX2: wrong=0");
    }

    [Fact]
    public void Scores_are_the_sum_of_their_explanation()
    {
        RandomSeed seed = RandomSeed.Next();
        Random random = seed.Create();
        IReadOnlyList<Document> documents = RandomCorpus.Synthetic(random, 50);
        Searcher searcher = new(TestIndex.Of(documents, 20));
        RandomQueries queries = new(random, documents);

        for (int i = 0; i < 200; i++)
        {
            foreach (IndexHit hit in searcher.Search(queries.Next() with { Explain = true }).Hits)
            {
                Assert.Equal(hit.Score, hit.Explanation!.Value, 1e-6);
                Assert.Equal(hit.Score, hit.Explanation.Parts.Sum(Product), 1e-6);
            }
        }
    }

    private static double Product(Explanation part) =>
        part.Parts.Aggregate(1.0, (product, factor) => product * factor.Value);
}
