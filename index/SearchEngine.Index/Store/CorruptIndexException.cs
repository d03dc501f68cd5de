namespace SearchEngine.Index.Store;

/// <summary>A file of the index is missing, cut short or changed.</summary>
/// <param name="file">Name of the file.</param>
/// <param name="offset">Where in the file, or −1 for the file as a whole.</param>
/// <param name="expected">What should be there.</param>
/// <param name="actual">What is there.</param>
public sealed class CorruptIndexException(string file, long offset, string expected, string actual)
    : Exception($"The index file {file} is damaged at {offset}: expected {expected}, found {actual}.")
{
    public string File { get; } = file;

    public long Offset { get; } = offset;

    public string Expected { get; } = expected;

    public string Actual { get; } = actual;
}
