using SearchEngine.Index.Indexing;
using SearchEngine.Index.Query;
using SearchEngine.Index.Reading;
using SearchEngine.Index.Search;
using SearchEngine.TestKit;
using SearchEngine.TestKit.Oracle;

namespace SearchEngine.Index.Tests.Search;

/// <summary>
/// I1, the engine's invariant: any piece of the text is found in exactly the documents, and as often, as a plain scan
/// of the canonical text finds it.
/// </summary>
public sealed class SubstringTests
{
    private const int Usual = 1_000;
    private const int UsualOfLaws = 200;
    private const int LawsOfBuild = 400;

    [Fact]
    public void Every_piece_of_random_text_is_found_as_a_scan_finds_it()
    {
        RandomSeed seed = RandomSeed.Next();
        Random random = seed.Create();
        Search("random", RandomCorpus.Synthetic(random, 400), Amount.Of("I1", Usual), seed);
        Search("zipf", RandomCorpus.Zipf(random, 200, vocabulary: 300, longestLine: 200), Amount.Of("I1", Usual), seed);
    }

    [Fact]
    public void Every_piece_of_the_sample_reports_is_found_as_a_scan_finds_it()
    {
        Assert.SkipWhen(RepoPaths.SharedIsMissing(), "needs ../shared");
        RandomSeed seed = RandomSeed.Next();
        Search("samples", SharedCorpus.Seeds(seed.Create()), Amount.Of("I1", Usual), seed);
    }

    [Fact]
    public void Every_piece_of_work_reports_is_found_as_a_scan_finds_it()
    {
        Assert.SkipWhen(RepoPaths.SharedIsMissing(), "needs ../shared");
        RandomSeed seed = RandomSeed.Next();
        Random random = seed.Create();
        Search(
            "work reports",
            [.. SharedCorpus.WorkReports().Select(report => RandomCorpus.Describe(random, report.Id, report.Lines))],
            Amount.Of("I1", Usual), seed);
    }

    [Fact]
    public void Every_piece_of_laws_is_found_as_a_scan_finds_it()
    {
        Assert.SkipWhen(RepoPaths.SharedIsMissing(), "needs ../shared");
        RandomSeed seed = RandomSeed.Next();
        Random random = seed.Create();
        int pieces = Amount.Of("I1", UsualOfLaws);
        // A build looks at some of the laws; who asks for more looks at them all.
        int laws = pieces > UsualOfLaws ? int.MaxValue : LawsOfBuild;
        Search(
            "laws",
            [.. SharedCorpus.Laws().Take(laws).Select(law => RandomCorpus.Describe(random, law.Id, law.Lines))],
            pieces, seed);
    }

    private static void Search(string name, IReadOnlyList<Document> documents, int pieces, RandomSeed seed)
    {
        Random random = seed.Create();
        using IndexReader reader = TestIndex.Of(documents, perCommit: (documents.Count / 3) + 1);
        Searcher searcher = new(reader);
        PlainScan scan = new(documents);
        long found = 0;
        for (int i = 0; i < pieces; i++)
        {
            string piece = Piece(documents, random);
            foreach (bool wide in (bool[])[false, true])
            {
                (int expectedDocuments, long expected) = scan.Count(piece, wide);
                IndexResult actual = searcher.Search(
                    new IndexRequest { Query = new PhraseQuery(piece), Wide = wide, Limit = 0 });

                Assert.True(
                    (expectedDocuments, expected) == (actual.Documents, actual.Occurrences),
                    $"「{piece}」 wide {wide}: {expectedDocuments} / {expected} expected, "
                    + $"{actual.Documents} / {actual.Occurrences} found; {name}; {seed}");
                found += actual.Occurrences;
            }
        }

        Progress.Say($"I1 corpus={name} documents={documents.Count} pieces={pieces} occurrences={found} missing=0 extra=0");
    }

    /// <summary>1 to 12 units, now and then a sentence of 20 or 60.</summary>
    private static string Piece(IReadOnlyList<Document> documents, Random random)
    {
        while (true)
        {
            IReadOnlyList<Paragraph> paragraphs = documents[random.Next(documents.Count)].Paragraphs;
            if (paragraphs.Count == 0)
                continue;
            string text = paragraphs[random.Next(paragraphs.Count)].Text;
            IReadOnlyList<(int Start, int End)> units = PlainScan.UnitsOf(text);
            int length = random.Next(10) switch { 0 => 20, 1 => 60, _ => random.Next(1, 13) };
            if (units.Count < length)
                continue;
            int first = random.Next(units.Count - length + 1);
            return text[units[first].Start..units[first + length - 1].End];
        }
    }
}
