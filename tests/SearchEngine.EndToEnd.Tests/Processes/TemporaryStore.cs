namespace SearchEngine.EndToEnd.Tests.Processes;

/// <summary>A store in a folder of its own, gone with the test.</summary>
internal sealed class TemporaryStore : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("store-").FullName;

    public string Path(params string[] parts) => System.IO.Path.Combine([Folder, .. parts]);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
