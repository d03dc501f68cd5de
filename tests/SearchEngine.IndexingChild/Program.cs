using System.Globalization;
using SearchEngine.Analysis;
using SearchEngine.Index.Store;
using SearchEngine.IndexingChild;

const string Usage = """
    indexing-child write FOLDER SEED THREADS   adds and commits until it is killed; says every commit that has returned
    indexing-child answers SEED COUNT          says what COUNT random corpora answer to random requests
    INDEXING_CHILD_PAUSE=POINT[/N]             write stops at the N-th time it comes to a point, says so, and waits for its end
    """;

switch (args)
{
    case ["write", string folder, string seed, "1" or "2"]:
        IDirectory directory = new FileSystemDirectory(folder);
        if (Environment.GetEnvironmentVariable("INDEXING_CHILD_PAUSE") is { Length: > 0 } point)
            directory = new PausingDirectory(directory, point);
        EndlessIndexing.Run(directory, new ChineseAnalyzer(), int.Parse(seed, CultureInfo.InvariantCulture), args[3] == "2" ? 2 : 1);
        return 0;
    case ["answers", string seed, string count]:
        Console.WriteLine(AnswerDigest.Of(
            int.Parse(seed, CultureInfo.InvariantCulture), int.Parse(count, CultureInfo.InvariantCulture)));
        return 0;
    default:
        Console.Error.WriteLine(Usage);
        return 2;
}
