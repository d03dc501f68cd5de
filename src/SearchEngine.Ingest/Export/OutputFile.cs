using SearchEngine.Ingest.Store;

namespace SearchEngine.Ingest.Export;

/// <summary>Writes a file under another name and renames it when it is whole: a stopped export leaves no half of one.</summary>
public static class OutputFile
{
    /// <summary>Writes a file.</summary>
    /// <param name="path">Its name; a file of that name is replaced.</param>
    /// <param name="write">Writes what it holds.</param>
    /// <exception cref="StoreException">The file cannot be made there; the message says so in Chinese.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        string partial = path + ".partial";
        FileStream stream = Create(path, partial);
        try
        {
            using (stream)
                write(stream);
            File.Move(partial, path, overwrite: true);
        }
        catch
        {
            File.Delete(partial);
            throw;
        }
    }

    private static FileStream Create(string path, string partial)
    {
        try
        {
            return new FileStream(partial, FileMode.Create, FileAccess.ReadWrite);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"“{path}”写不进去（{error.Message}）。请先建好文件夹，或换一个有权限的位置。");
        }
    }
}
