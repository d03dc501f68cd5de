namespace SearchEngine.Archive.Packaging;

/// <summary>A file inside a package as <c>datapackage.json</c> lists it.</summary>
internal sealed record WaczResource(string Name, string Path, string Hash, long Bytes);
