using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using SearchEngine.Archive;
using SearchEngine.Cleaning;
using SearchEngine.Index.Schema;
using SearchEngine.Index.Store;
using SearchEngine.Ingest.Store;
using SearchEngine.Reports.Catalogue;
using SearchEngine.Search.Service;

namespace SearchEngine.Cli.Terminal;

/// <summary>A failure as a person reads it.</summary>
internal sealed record Failure(string Message, int ExitCode)
{
    private const string Rebuild = "执行 searchengine index --rebuild，由归档重建。";

    /// <summary>One sentence for every exception: what happened, and what to do.</summary>
    public static Failure Of(Exception error) => error switch
    {
        WrongInputException or UnreadableInputException => new Failure(error.Message, Terminal.ExitCode.WrongInput),
        StoreException or IndexMissingException => new Failure(error.Message, Terminal.ExitCode.WrongInput),
        SqliteException damaged => Failed($"目录库读不完整（{damaged.Message}）。{Rebuild}"),
        StoreBusyException or CatalogueException => new Failure(error.Message, Terminal.ExitCode.Failed),
        CorruptIndexException corrupt => Failed($"索引文件 {corrupt.File} 损坏（偏移 {corrupt.Offset}）。{Rebuild}"),
        IndexFormatException format => Failed($"索引文件 {format.File} 的格式是 {format.Actual}，这个版本读 {format.Expected}。{Rebuild}"),
        SchemaMismatchException => Failed($"索引是用另一种字段结构建的。{Rebuild}"),
        WriteLockHeldException => Failed("另一个进程正在写索引。等它做完再试。"),
        ArchiveLockedException => Failed("另一个进程正在写归档。等它做完再试。"),
        ArchiveDamagedException damaged => Failed($"{damaged.Message} 执行 searchengine check 看清损坏的范围。"),
        IOException when Chain(error).OfType<SocketException>().FirstOrDefault() is { } socket =>
            Failed($"端口打不开（{socket.Message}）。它可能已被别的程序占用，请用 --port 或 --urls 换一个。"),
        IOException => Failed($"读写失败（{error.Message}）。请检查磁盘空间和权限，再执行同一条命令。"),
        UnauthorizedAccessException =>
            Failed($"没有权限（{error.Message}）。请给当前用户读写这里的权限，或用 --store 换一个文件夹。"),
        _ => Failed($"程序出错（{error.GetType().Name}：{error.Message}）。已写入的数据不受影响；请带着这一行和所用的命令告诉维护者。"),
    };

    private static Failure Failed(string message) => new(message, Terminal.ExitCode.Failed);

    private static IEnumerable<Exception> Chain(Exception? error)
    {
        for (; error is not null; error = error.InnerException)
            yield return error;
    }
}
