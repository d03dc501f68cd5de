using System.CommandLine;
using SearchEngine.Cleaning;
using SearchEngine.Cli.Terminal;
using SearchEngine.Evidence.Topics;
using SearchEngine.Reports.Json;
using SearchEngine.Reports.Model;

namespace SearchEngine.Cli.Verbs;

/// <summary>clean: one file cleaned and shown, without a store.</summary>
internal static class CleanVerb
{
    public static Command Create()
    {
        var file = new Argument<string>("文件") { Description = "html、txt、pdf、doc 或 docx" };
        var url = new Option<string?>("--url") { Description = "这一页原来的网址，用来补全相对链接", HelpName = "网址" };
        Option<bool> json = CommonOptions.Json();
        var command = new Command("clean", "清洗一个文件，显示它是什么、各字段的值和每处修补") { file, url, json };
        command.SetAction(parsed =>
        {
            string path = parsed.GetRequiredValue(file);
            if (Directory.Exists(path))
                throw new WrongInputException($"“{path}”是文件夹；clean 一次清洗一个文件，整个文件夹请用 import。");
            if (!File.Exists(path))
                throw new WrongInputException($"没有“{path}”这个文件。");
            string? address = parsed.GetValue(url);
            if (address is not null && !(Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) && uri.Scheme is "http" or "https"))
                throw new WrongInputException($"--url 的值“{address}”不是完整的网址，应以 http:// 或 https:// 开头。");
            CleanReport report = new PageCleaner().Clean(new PageInput(
                File.ReadAllBytes(path), address ?? new Uri(Path.GetFullPath(path)).AbsoluteUri, null, Path.GetFileName(path), null));
            IReadOnlyList<string> topics = TopicTagger.Default.Tag(report).All;
            if (parsed.GetValue(json))
                Console.Out.WriteLine(CleanReportJson.Serialize(report, topics));
            else
                ReportPrinter.Print(report, topics, evidence: true);
            return ExitCode.Done;
        });
        return command;
    }
}
