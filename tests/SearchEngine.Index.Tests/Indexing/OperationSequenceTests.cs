using SearchEngine.Index.Indexing;
using SearchEngine.Index.Query;
using SearchEngine.Index.Reading;
using SearchEngine.Index.Search;
using SearchEngine.Index.Store;
using SearchEngine.TestKit;

namespace SearchEngine.Index.Tests.Indexing;

/// <summary>
/// E3: random rows of adds, updates, deletes, commits, rollbacks, reopenings and snapshots of what is not committed
/// against a dictionary. Each snapshot still shows its own state at the end of the row. A row that fails is shortened as far as it still fails, and printed.
/// </summary>
public sealed class OperationSequenceTests
{
    private const int Usual = 2_000;
    private const int Longest = 200;
    private const int LongestOfMost = 30;

    private enum Step
    {
        Add,
        Delete,
        Commit,
        Rollback,
        Reopen,
        Snapshot,
    }

    [Fact]
    public void An_index_holds_what_a_dictionary_holds()
    {
        RandomSeed seed = RandomSeed.Next();
        Random random = seed.Create();
        int rows = Amount.Of("E3", Usual);
        long steps = 0;
        for (int row = 0; row < rows; row++)
        {
            IndexWriterOptions options = new()
            {
                MergeFactor = random.Next(2, 5),
                BufferBytes = random.Next(1, 20_000),
                Threads = random.Next(1, 3),
                // A great merge gives all free memory back, which takes time.
                GreatMerge = random.Next(20) == 0 ? random.Next(1, 2_000) : int.MaxValue,
            };
            int length = random.Next(1, row % 10 == 0 ? Longest : LongestOfMost);
            Operation[] operations = [.. Enumerable.Range(0, length).Select(i => Any(random, i))];
            steps += length;
            if (Run(operations, options) is not { } wrong)
                continue;
            Operation[] shortest = Shorten(operations, options);
            Assert.Fail($"{wrong}; {options}; {seed}\n{string.Join('\n', shortest)}\n{Run(shortest, options)}");
        }

        Progress.Say($"E3 rows={rows} operations={steps} wrong=0");
    }

    [Fact]
    public void A_row_that_fails_is_shortened_to_what_makes_it_fail()
    {
        Operation[] operations = [.. Enumerable.Range(0, 60).Select(i => new Operation(Step.Add, $"d{i}", i))];

        Operation[] shortest = Shorten(
            operations, row => row.Any(o => o.Number == 17) && row.Any(o => o.Number == 42) ? "both" : null);

        Assert.Equal([17, 42], shortest.Select(operation => operation.Number));
    }

    private static Operation Any(Random random, int number) => new(
        random.Next(14) switch
        {
            < 6 => Step.Add,
            < 8 => Step.Delete,
            < 10 => Step.Commit,
            10 => Step.Rollback,
            11 => Step.Reopen,
            _ => Step.Snapshot,
        },
        $"d{random.Next(12)}",
        number);

    private static Operation[] Shorten(Operation[] operations, IndexWriterOptions options) =>
        Shorten(operations, row => Run(row, options));

    /// <summary>Leaves out halves, quarters and so on, as long as what is left still fails.</summary>
    private static Operation[] Shorten(Operation[] operations, Func<Operation[], string?> run)
    {
        for (int piece = Math.Max(1, operations.Length / 2); piece > 0; piece /= 2)
        {
            for (int start = 0; start < operations.Length;)
            {
                Operation[] less = [.. operations[..start], .. operations.Skip(start + piece)];
                if (less.Length > 0 && run(less) is not null)
                    operations = less;
                else
                    start += piece;
            }
        }

        return operations;
    }

    /// <summary>Null when index and dictionary agree after every commit and reopening; else what is wrong.</summary>
    private static string? Run(Operation[] operations, IndexWriterOptions options)
    {
        RamDirectory directory = new();
        Dictionary<string, string> committed = [];
        Dictionary<string, string> model = [];
        List<(IndexReader Reader, Dictionary<string, string> State, Operation From)> snapshots = [];
        IndexWriter writer = Open(directory, options);
        try
        {
            foreach (Operation operation in operations)
            {
                switch (operation.Step)
                {
                    case Step.Add:
                        writer.Add(operation.ToDocument());
                        model[operation.Id] = operation.Stored;
                        break;
                    case Step.Delete:
                        writer.Delete(operation.Id);
                        model.Remove(operation.Id);
                        break;
                    case Step.Commit:
                        writer.Commit();
                        committed = new Dictionary<string, string>(model);
                        break;
                    case Step.Rollback:
                        writer.Rollback();
                        model = new Dictionary<string, string>(committed);
                        break;
                    case Step.Snapshot:
                        snapshots.Add((writer.OpenSnapshot(), new Dictionary<string, string>(model), operation));
                        break;
                    default:
                        writer.Dispose();
                        writer = Open(directory, options);
                        model = new Dictionary<string, string>(committed);
                        break;
                }

                if (operation.Step is Step.Commit or Step.Reopen && WrongWith(directory, committed) is { } wrong)
                    return $"{wrong} after {operation}";
                if (operation.Step == Step.Snapshot && WrongWith(snapshots[^1].Reader, model) is { } early)
                    return $"{early} at {operation}";
            }

            foreach ((IndexReader reader, Dictionary<string, string> state, Operation from) in snapshots)
            {
                if (WrongWith(reader, state) is { } late)
                    return $"{late} at the end, in the snapshot of {from}";
            }
        }
        finally
        {
            snapshots.ForEach(snapshot => snapshot.Reader.Dispose());
            writer.Dispose();
        }

        return Leftovers.Findings(directory);
    }

    private static string? WrongWith(RamDirectory directory, Dictionary<string, string> committed)
    {
        using IndexReader reader = IndexReader.Open(directory, WriterScript.Analyzer);
        return WrongWith(reader, committed);
    }

    private static string? WrongWith(IndexReader reader, Dictionary<string, string> expected)
    {
        Searcher searcher = new(reader);
        IndexResult all = searcher.Search(new IndexRequest { Query = new AllQuery(), Limit = 1_000 });
        Dictionary<string, string> held = all.Hits.ToDictionary(hit => hit.Id, hit => hit.Stored);
        if (held.Count != expected.Count || held.Any(pair => expected.GetValueOrDefault(pair.Key) != pair.Value))
            return $"{held.Count} documents, not these {expected.Count}";
        int steps = searcher.Search(new IndexRequest { Query = new PhraseQuery("步第") }).Documents;
        return steps == expected.Count ? null : $"the phrase is in {steps} documents of {expected.Count}";
    }

    private static IndexWriter Open(RamDirectory directory, IndexWriterOptions options) =>
        IndexWriter.Open(directory, WriterScript.Analyzer, RandomCorpus.Schema, options);

    private readonly record struct Operation(Step Step, string Id, int Number)
    {
        public string Stored => $"{Number}";

        public Document ToDocument()
        {
            string text = RandomCorpus.Text(new Random(Number), Number % 40) + $"步第{Number}步";
            return new Document { Id = Id, Paragraphs = [new Paragraph(text, Zone.Body, 1, 0)], Stored = Stored };
        }
    }
}
