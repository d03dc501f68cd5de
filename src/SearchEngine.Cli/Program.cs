using System.CommandLine;
using SearchEngine.Cli.Terminal;
using SearchEngine.Cli.Verbs;

namespace SearchEngine.Cli;

/// <summary>The command line: one verb a file, in the order in which a newcomer needs them.</summary>
public static class Program
{
    public static Task<int> Main(string[] args)
    {
        Utf8Console.Prepare();
        var root = new RootCommand("地方政府年度报告的全文检索：采集、归档、清洗、编目、索引、检索。")
        {
            DemoVerb.Create(),
            CrawlVerb.Create(),
            ImportVerb.Create(),
            CleanVerb.Create(),
            IndexVerb.Create(),
            CheckVerb.Create(),
            SearchVerb.Create(),
            ReportVerb.Create(),
            CiteVerb.Create(),
            StatsVerb.Create(),
            ExportVerb.Create(),
            ServeVerb.Create(),
            ServeSamplesVerb.Create(),
        };
        return CommandRunner.RunAsync(root, args);
    }
}
