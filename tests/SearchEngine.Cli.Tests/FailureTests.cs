using System.Net.Sockets;
using SearchEngine.Cleaning;
using SearchEngine.Cli.Terminal;
using SearchEngine.Index.Store;
using SearchEngine.Ingest.Store;

namespace SearchEngine.Cli.Tests;

public sealed class FailureTests
{
    public static TheoryData<Exception, int, string> Cases => new()
    {
        { new WrongInputException("参数不对。"), 2, "参数不对。" },
        { new UnreadableInputException("不是文字。"), 2, "不是文字。" },
        { new StoreException("没有数据。"), 2, "没有数据。" },
        { new StoreBusyException("正在写。"), 1, "正在写。" },
        { new CorruptIndexException("seg_1.pos", 7, "a", "b"), 1, "seg_1.pos" },
        { new IOException("Failed to bind", new InvalidOperationException("", new SocketException(98))), 1, "端口" },
        { new IOException("No space left on device"), 1, "磁盘空间" },
        { new UnauthorizedAccessException("denied"), 1, "权限" },
        { new InvalidOperationException("bug"), 1, "告诉维护者" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_exception_becomes_one_sentence_and_an_exit_code(Exception error, int exitCode, string part)
    {
        Failure failure = Failure.Of(error);

        Assert.Equal(exitCode, failure.ExitCode);
        Assert.Contains(part, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', failure.Message);
    }
}
