namespace SearchEngine.Ingest.Export;

/// <summary>Writes a file under another name and renames it when it is whole: a stopped export leaves no half of one.</summary>
internal static class OutputFile
{
    public static void Write(string path, Action<Stream> write)
    {
        string partial = path + ".partial";
        try
        {
            using (var stream = new FileStream(partial, FileMode.Create, FileAccess.ReadWrite))
                write(stream);
            File.Move(partial, path, overwrite: true);
        }
        catch
        {
            File.Delete(partial);
            throw;
        }
    }
}
