namespace SearchEngine.Index.Tests;

/// <summary>Folders of a test, gone with it.</summary>
internal sealed class TempFolder : IDisposable
{
    private int _made;

    public string Path { get; } = Directory.CreateTempSubdirectory("searchengine-index").FullName;

    /// <summary>The name of a folder that is not there yet.</summary>
    public string New() => System.IO.Path.Combine(Path, $"{++_made}");

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
