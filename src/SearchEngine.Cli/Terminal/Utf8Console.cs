using System.Text;

namespace SearchEngine.Cli.Terminal;

/// <summary>Standard output and error in UTF-8 without a byte-order mark, whatever the locale says.</summary>
internal static class Utf8Console
{
    public static void Prepare()
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        Console.InputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
    }
}
