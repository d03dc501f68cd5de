namespace SearchEngine.Index.Schema;

/// <summary>The index was created with another schema. Rebuild it.</summary>
public sealed class SchemaMismatchException(string expected, string actual)
    : Exception($"The index was made with the schema [{actual}], not [{expected}]. Rebuild it.")
{
    public string Expected { get; } = expected;

    public string Actual { get; } = actual;
}
