using SearchEngine.Ingest.Store;

namespace SearchEngine.Ingest.Stages;

/// <summary>How a file is taken in.</summary>
internal enum ImportFormat
{
    Unknown,
    Page,
    Jsonl,
    Warc,
}

/// <summary>Finds the files to import and says what each is by its name.</summary>
internal static class ImportFiles
{
    public const string Known = "html、txt、pdf、doc、docx、warc(.gz)、jsonl(.gz)";

    private static readonly Dictionary<string, string> ContentTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        [".html"] = "text/html",
        [".htm"] = "text/html",
        [".shtml"] = "text/html",
        [".txt"] = "text/plain",
        [".pdf"] = "application/pdf",
        [".doc"] = "application/msword",
        [".docx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    };

    /// <summary>The file itself, or every file under the folder, by name.</summary>
    /// <exception cref="StoreException">There is nothing of that name, or the folder is empty.</exception>
    public static IReadOnlyList<string> Under(string path)
    {
        if (File.Exists(path))
            return [path];
        if (!Directory.Exists(path))
            throw new StoreException($"没有“{path}”这个文件或文件夹。");
        string[] files = [.. Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        return files.Length > 0 ? files : throw new StoreException($"文件夹“{path}”是空的，没有可导入的文件（可导入 {Known}）。");
    }

    public static ImportFormat FormatOf(string file)
    {
        string name = file.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? file[..^3] : file;
        return Path.GetExtension(name).ToUpperInvariant() switch
        {
            ".JSONL" => ImportFormat.Jsonl,
            ".WARC" => ImportFormat.Warc,
            var extension when name == file && ContentTypes.ContainsKey(extension) => ImportFormat.Page,
            _ => ImportFormat.Unknown,
        };
    }

    public static string ContentTypeOf(string file) => ContentTypes[Path.GetExtension(file)];
}
