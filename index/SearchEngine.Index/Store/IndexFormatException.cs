namespace SearchEngine.Index.Store;

/// <summary>The index is whole but of a format, or made by an analysis, that this program does not read.</summary>
public sealed class IndexFormatException(string file, string expected, string actual)
    : Exception($"The index file {file} has {actual}, but this program reads {expected}. Rebuild the index.")
{
    public string File { get; } = file;

    public string Expected { get; } = expected;

    public string Actual { get; } = actual;
}
