using System.Globalization;
using SearchEngine.Index.Analysis;
using SearchEngine.Index.Indexing;
using SearchEngine.Index.Store;
using SearchEngine.TestKit;

namespace SearchEngine.IndexingChild;

/// <summary>
/// Adds, replaces and deletes for ever. What each commit holds follows from the seed and the commit's number alone, so
/// that whoever reads the index later knows what must be in it.
/// </summary>
public static class EndlessIndexing
{
    private const int Ids = 60;
    private const int ChangesOfCommit = 8;

    private static readonly IndexWriterOptions Options = new() { MergeFactor = 2 };

    /// <summary>Goes on from the last commit; says "commit N" when a commit has returned.</summary>
    /// <param name="directory">The index.</param>
    /// <param name="analyzer">Its analysis.</param>
    /// <param name="seed">What is done follows from it.</param>
    /// <param name="threads">Those of the writer, 1 or 2.</param>
    public static void Run(IDirectory directory, IAnalyzer analyzer, int seed, int threads)
    {
        using IndexWriter writer = IndexWriter.Open(directory, analyzer, RandomCorpus.Schema, Options with { Threads = threads });
        int number = NumberOf(writer.CommittedUserData);
        Say(number);
        while (true)
        {
            number++;
            foreach ((string id, string? stored) in Changes(seed, number))
            {
                if (stored is null)
                    writer.Delete(id);
                else
                    writer.Add(Make(seed, id, stored));
            }

            writer.Commit(new Dictionary<string,
                string>
            { ["commit"] = number.ToString(CultureInfo.InvariantCulture) });
            Say(number);
        }
    }

    /// <summary>The number that a commit was given; 0 for the empty one that makes the index.</summary>
    public static int NumberOf(IReadOnlyDictionary<string, string> userData) =>
        userData.TryGetValue("commit", out string? number) ? int.Parse(number, CultureInfo.InvariantCulture) : 0;

    /// <summary>Stored string by id of all documents of a commit.</summary>
    public static IReadOnlyDictionary<string, string> StateOf(int seed, int number)
    {
        Dictionary<string, string> state = new(StringComparer.Ordinal);
        for (int commit = 1; commit <= number; commit++)
        {
            foreach ((string id, string? stored) in Changes(seed, commit))
            {
                if (stored is null)
                    state.Remove(id);
                else
                    state[id] = stored;
            }
        }

        return state;
    }

    private static IEnumerable<(string Id, string? Stored)> Changes(int seed, int commit)
    {
        Random random = new(HashCode(seed, commit));
        for (int change = 0; change < ChangesOfCommit; change++)
        {
            string id = $"d{random.Next(Ids):00}";
            yield return (id, random.Next(5) == 0 ? null : $"{commit}.{change}");
        }
    }

    private static Document Make(int seed, string id, string stored)
    {
        Random random = new(HashCode(seed, string.GetHashCode(stored, StringComparison.Ordinal)));
        return RandomCorpus.Describe(random, id, [RandomCorpus.Text(random, 200), $"版本{stored}号"]) with
        {
            Stored =
            stored
        };
    }

    /// <summary>The same in every process, unlike the one of the base class library.</summary>
    private static int HashCode(int seed, int number) => unchecked((seed * 31) + (number * 7_919));

    private static void Say(int number)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"commit {number}"));
        Console.Out.Flush();
    }
}
