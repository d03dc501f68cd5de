using SearchEngine.Analysis;
using SearchEngine.Index.Indexing;
using SearchEngine.Index.Query;
using SearchEngine.Index.Reading;
using SearchEngine.Index.Search;
using SearchEngine.Index.Store;
using SearchEngine.TestKit;

namespace SearchEngine.Index.Tests.Indexing;

/// <summary>
/// A fixed row of adds, updates, deletes, commits and merges, with a model of what each commit must hold. Tests run
/// it on
/// storage that fails.
/// </summary>
internal sealed class WriterScript
{
    private static readonly IndexWriterOptions Options = new() { MergeFactor = 3, BufferBytes = 20_000 };

    private readonly Dictionary<string, string> _model = new(StringComparer.Ordinal);
    private int _commits;

    /// <summary>State of each commit: stored string by id. The last one may be in flight.</summary>
    public List<Dictionary<string, string>> Commits { get; } = [new(StringComparer.Ordinal)];

    /// <summary>Number of commits that have returned; the first one is made by creating the index.</summary>
    public int Acknowledged { get; private set; } = -1;

    public static ChineseAnalyzer Analyzer { get; } = new();

    public void Run(IDirectory directory)
    {
        Random random = new(7);
        using IndexWriter writer = IndexWriter.Open(directory, Analyzer, RandomCorpus.Schema, Options);
        Acknowledged = 0;
        for (int step = 1; step <= 60; step++)
        {
            string id = $"d{random.Next(25):00}";
            if (random.Next(5) == 0)
            {
                writer.Delete(id);
                _model.Remove(id);
            }
            else
            {
                string stored = $"step {step}";
                Document document = RandomCorpus.Describe(random, id, [RandomCorpus.Text(random, 30), $"版本{step}号"]);
                writer.Add(document with { Stored = stored });
                _model[id] = stored;
            }

            if (step % 10 != 0)
                continue;
            Commits.Add(new Dictionary<string, string>(_model, StringComparer.Ordinal));
            writer.Commit(new Dictionary<string, string> { ["commit"] = $"{++_commits}" });
            Acknowledged = _commits;
        }
    }

    /// <summary>
    /// Null when a directory holds a state that a crash may leave: the last acknowledged commit, or the one in
    /// flight; else
    /// what is wrong.
    /// </summary>
    public string? WrongWith(IDirectory directory)
    {
        if (CommitsIn(directory) == 0)
            return Acknowledged >= 0 ? "the index is gone" : null;
        try
        {
            using IndexReader reader = IndexReader.Open(directory, Analyzer);
            int commit = reader.UserData.TryGetValue("commit", out string? number)
                ? int.Parse(number, System.Globalization.CultureInfo.InvariantCulture)
                : 0;
            if (commit != Acknowledged && commit != Acknowledged + 1)
                return $"commit {commit} after {Acknowledged} was acknowledged";
            IndexResult all = new Searcher(reader).Search(new IndexRequest { Query = new AllQuery(), Limit = 1_000 });
            Dictionary<string, string> found = all.Hits.ToDictionary(hit => hit.Id, hit => hit.Stored, StringComparer.Ordinal);
            return found.Count == Commits[commit].Count && found.All(pair => Commits[commit].GetValueOrDefault(pair.Key) == pair.Value)
                ? null
                : $"other documents than those of commit {commit}";
        }
        catch (Exception e) when (e is CorruptIndexException or IndexFormatException)
        {
            return e.Message;
        }
    }

    private static int CommitsIn(IDirectory directory) =>
        directory.List().Count(name => name.StartsWith("commit_", StringComparison.Ordinal) && !name.EndsWith(".tmp", StringComparison.Ordinal));
}
