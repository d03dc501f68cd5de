using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace SearchEngine.Cleaning.Documents;

/// <summary>Runs the converters of the system (pdftotext, antiword, catdoc) on a temporary file, bounded in time and
/// output.</summary>
internal static class Converters
{
    public static string Pdf(byte[] bytes) =>
        Run(bytes, ".pdf", [("pdftotext", file => ["-enc", "UTF-8", "-nopgbrk", "-q", file, "-"])])
        ?? throw new UnreadableInputException("读取 PDF 需要 pdftotext（poppler-utils 软件包），本机没有安装。");

    public static string Doc(byte[] bytes) =>
        Run(bytes, ".doc", [("antiword", file => ["-m", "UTF-8.txt", "-w", "0", file]),
            ("catdoc", file => ["-d", "utf-8", "-w", file])])
        ?? throw new UnreadableInputException("读取 DOC 需要 antiword 或 catdoc，本机都没有安装；也可另存为 docx 再导入。");

    private static string? Run(byte[] bytes, string extension, (string Tool, Func<string, string[]> Arguments)[] tools)
    {
        string file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + extension);
        try
        {
            File.WriteAllBytes(file, bytes);
            string? text = null;
            UnreadableInputException? failure = null;
            foreach ((string tool, Func<string, string[]> arguments) in tools)
                if (Start(tool, arguments(file)) is { } process)
                    using (process)
                        try
                        {
                            text = Output(process, tool);
                            if (!string.IsNullOrWhiteSpace(text))
                                return text;
                        }
                        catch (UnreadableInputException unreadable)
                        {
                            // What one converter cannot read the next one may (RTF and WPS files are named .doc too).
                            failure = unreadable;
                        }

            return text ?? (failure is null ? null : throw failure);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static Process? Start(string tool, string[] arguments)
    {
        ProcessStartInfo start = new(tool, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
            StandardOutputEncoding = Encoding.UTF8,
        };
        try
        {
            Process process = Process.Start(start)!;
            process.StandardInput.Close();
            return process;
        }
        catch (Win32Exception)
        {
            // The tool is not installed; the next one may be.
            return null;
        }
    }

    private static string Output(Process process, string tool)
    {
        using CancellationTokenSource deadline = new(CleaningLimits.ConverterTime);
        using CancellationTokenRegistration stop = deadline.Token.Register(() => Kill(process));
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        StringBuilder text = new();
        char[] buffer = new char[16_384];
        for (int read; (read = process.StandardOutput.Read(buffer)) > 0;)
        {
            text.Append(buffer, 0, read);
            if (text.Length > CleaningLimits.MaxConvertedChars)
            {
                Kill(process);
                throw new UnreadableInputException($"{tool} 的输出超过上限，文稿无法读取。");
            }
        }

        process.WaitForExit();
        if (deadline.IsCancellationRequested)
            throw new UnreadableInputException($"{tool} 超过 {CleaningLimits.ConverterTime.TotalSeconds:0} 秒没有读完文稿。");
        return process.ExitCode == 0 ? text.ToString()
            : throw new UnreadableInputException($"{tool} 无法读取这份文稿，文件可能已损坏。");
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It ended by itself meanwhile.
        }
    }
}
