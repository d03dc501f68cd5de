namespace SearchEngine.Index.Schema;

/// <summary>A field of doc values.</summary>
/// <param name="Name">Unique in its schema.</param>
/// <param name="Kind">How values are held.</param>
public sealed record FieldSpec(string Name, FieldKind Kind);
