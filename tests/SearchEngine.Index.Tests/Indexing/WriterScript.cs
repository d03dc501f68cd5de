using System.Globalization;
using SearchEngine.Analysis;
using SearchEngine.Index.Indexing;
using SearchEngine.Index.Query;
using SearchEngine.Index.Reading;
using SearchEngine.Index.Search;
using SearchEngine.Index.Store;
using SearchEngine.TestKit;

namespace SearchEngine.Index.Tests.Indexing;

/// <summary>
/// A row of 300 adds, 30 updates and 30 deletes with six commits and the merges that they bring, the same for the same
/// seed, with a model of what each commit must hold. Tests run it on storage that fails.
/// </summary>
/// <param name="seed">Of what is added, replaced and deleted.</param>
/// <param name="threads">Those of the writer; with two the order of storage operations is not always the same.</param>
internal sealed class WriterScript(int seed = 7, int threads = 1)
{
    private const int Adds = 300;
    private const int Updates = 30;
    private const int Deletes = 30;
    private const int StepsOfCommit = 60;

    private static readonly IndexWriterOptions Options = new() { MergeFactor = 3, BufferBytes = 12_000 };

    private readonly SortedDictionary<string, string> _model = new(StringComparer.Ordinal);
    private int _commits;

    /// <summary>State of each commit: stored string by id. The last one may be in flight.</summary>
    public List<Dictionary<string, string>> Commits { get; } = [new(StringComparer.Ordinal)];

    /// <summary>Number of commits that have returned; the first one is made by creating the index.</summary>
    public int Acknowledged { get; private set; } = -1;

    public static ChineseAnalyzer Analyzer { get; } = new();

    public void Run(IDirectory directory)
    {
        Random random = new(seed);
        int[] kinds = [.. Enumerable.Repeat(0, Adds), .. Enumerable.Repeat(1, Updates),
            .. Enumerable.Repeat(2, Deletes)];
        random.Shuffle(kinds);
        using IndexWriter writer = IndexWriter.Open(directory, Analyzer, RandomCorpus.Schema, Options with { Threads = threads });
        Acknowledged = 0;
        for (int step = 0; step < kinds.Length; step++)
        {
            string old = _model.Count > 0 ? _model.Keys.ElementAt(random.Next(_model.Count)) : "none";
            if (kinds[step] == 2)
            {
                writer.Delete(old);
                _model.Remove(old);
            }
            else
            {
                string id = kinds[step] == 0 ? $"d{step:000}" : old;
                string stored = $"step {step}";
                Document document = RandomCorpus.Describe(random, id, [RandomCorpus.Text(random, 30), $"版本{step}号"]);
                writer.Add(document with { Stored = stored });
                _model[id] = stored;
            }

            if ((step + 1) % StepsOfCommit == 0)
                Commit(writer);
        }
    }

    /// <summary>
    /// Null when a directory holds a state that a crash may leave: the last acknowledged commit, or the one in
    /// flight; else what is wrong.
    /// </summary>
    public string? WrongWith(IDirectory directory)
    {
        if (CommitFile.Generations(directory).Count == 0)
            return Acknowledged >= 0 ? "the index is gone" : null;
        try
        {
            using IndexReader reader = IndexReader.Open(directory, Analyzer);
            int commit = reader.UserData.TryGetValue("commit", out string? number)
                ? int.Parse(number, CultureInfo.InvariantCulture)
                : 0;
            if (commit != Acknowledged && commit != Acknowledged + 1)
                return $"commit {commit} after {Acknowledged} was acknowledged";
            IndexResult all = new Searcher(reader).Search(new IndexRequest { Query = new AllQuery(), Limit = 1_000 });
            Dictionary<string, string> found =
                all.Hits.ToDictionary(hit => hit.Id, hit => hit.Stored, StringComparer.Ordinal);
            return found.Count == Commits[commit].Count
                && found.All(pair => Commits[commit].GetValueOrDefault(pair.Key) == pair.Value)
                ? null
                : $"other documents than those of commit {commit}";
        }
        catch (Exception e) when (e is CorruptIndexException or IndexFormatException)
        {
            return e.Message;
        }
    }

    private void Commit(IndexWriter writer)
    {
        Commits.Add(new Dictionary<string, string>(_model, StringComparer.Ordinal));
        string number = (++_commits).ToString(CultureInfo.InvariantCulture);
        writer.Commit(new Dictionary<string, string> { ["commit"] = number });
        Acknowledged = _commits;
    }
}
