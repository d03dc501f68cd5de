using SearchEngine.Index.Check;
using SearchEngine.Index.Indexing;
using SearchEngine.Index.Store;
using SearchEngine.TestKit;

namespace SearchEngine.Index.Tests.Indexing;

/// <summary>What must hold of a directory after a crash, beside its documents.</summary>
internal static class Leftovers
{
    private const int KeptCommits = 2;

    /// <summary>Files of the index that neither of the last two commits names.</summary>
    public static IReadOnlyList<string> In(IDirectory directory)
    {
        HashSet<string> wanted = [.. CommitFile.Generations(directory).Take(KeptCommits)
            .SelectMany(generation => CommitFile.Read(directory, generation).FileNames)];
        return [.. directory.List().Where(name => FileNames.IsOfIndex(name) && !wanted.Contains(name))];
    }

    /// <summary>Null when the check is clean and the next writer clears away and goes on; else what is wrong.</summary>
    public static string? WrongAfterReopening(IDirectory directory)
    {
        if (CommitFile.Generations(directory).Count > 0 && Findings(directory) is { } before)
            return "before reopening: " + before;
        using (IndexWriter writer = IndexWriter.Open(directory, WriterScript.Analyzer, RandomCorpus.Schema))
        {
            if (In(directory) is { Count: > 0 } left)
                return $"left behind: {string.Join(' ', left)}";
            writer.Add(new Document { Id = "after", Paragraphs = [new Paragraph("重开之后", Zone.Body, 0, 0)] });
            writer.Commit();
        }

        return Findings(directory);
    }

    /// <summary>Null for a clean check.</summary>
    public static string? Findings(IDirectory directory)
    {
        CheckReport report = IndexChecker.Check(directory);
        return report.IsSound ? null : string.Join("; ", report.Findings);
    }
}
