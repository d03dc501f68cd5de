using System.CommandLine;

namespace SearchEngine.Cli.Verbs;

/// <summary>Options that several verbs share.</summary>
internal static class CommonOptions
{
    public static Option<string> Store() => new("--store")
    {
        Description = "存放归档、目录和索引的文件夹",
        HelpName = "文件夹",
        DefaultValueFactory = _ => "./data",
    };

    public static Option<bool> Json() => new("--json") { Description = "结果写成一份 JSON（标准输出）" };
}
