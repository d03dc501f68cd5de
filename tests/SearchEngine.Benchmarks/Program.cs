using System.Globalization;
using SearchEngine.Benchmarks;

const string Usage = """
    benchmarks index CORPUS.jsonl FOLDER [THREADS]   writes an index, merges it whole and prints INDEX (1 or 2 threads)
    benchmarks segments CORPUS.jsonl FOLDER [SIZE]   the same without the merge, or with segments of SIZE documents
    benchmarks parts CORPUS.jsonl                    prints PART: analysis and stored text, each by itself
    benchmarks seg CORPUS.jsonl                      prints SEG: segmentation into words
    benchmarks query FOLDER QUERIES.tsv REPETITIONS  prints QUERY and QPS
    benchmarks top FOLDER QUESTIONS.tsv LIMIT        prints TOP: the best hits of related queries, all hits counted and not
    benchmarks check FOLDER                          checks the index and prints CHECK with MB/s
    benchmarks truth FOLDER QUERIES.tsv CORPUS.jsonl compares every count with a scan of the corpus
    """;

switch (args)
{
    case ["index", string corpus, string folder]:
        IndexBenchmark.Run(corpus, folder, threads: 1, merge: true);
        return 0;
    case ["index", string corpus, string folder, "1" or "2"]:
        IndexBenchmark.Run(corpus, folder, threads: int.Parse(args[3], CultureInfo.InvariantCulture), merge: true);
        return 0;
    case ["segments", string corpus, string folder]:
        IndexBenchmark.Run(corpus, folder, threads: 1, merge: false);
        return 0;
    case ["segments", string corpus, string folder, string size]:
        IndexBenchmark.Run(corpus, folder, threads: 1, merge: false, int.Parse(size, CultureInfo.InvariantCulture));
        return 0;
    case ["parts", string corpus]:
        PartsBenchmark.Run(corpus);
        return 0;
    case ["seg", string corpus]:
        SegmentationBenchmark.Run(corpus);
        return 0;
    case ["query", string folder, string queries, string repetitions]:
        QueryBenchmark.Run(folder, queries, int.Parse(repetitions, CultureInfo.InvariantCulture));
        return 0;
    case ["top", string folder, string questions, string limit]:
        return TopBenchmark.Run(folder, questions, int.Parse(limit, CultureInfo.InvariantCulture));
    case ["check", string folder]:
        return CheckBenchmark.Run(folder);
    case ["truth", string folder, string queries, string corpus]:
        return TruthCheck.Run(folder, queries, corpus);
    default:
        Console.Error.WriteLine(Usage);
        return 2;
}
