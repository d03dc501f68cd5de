namespace SearchEngine.Index.Schema;

/// <summary>The doc-value fields of an index, fixed when the index is created, and the number of block roles.</summary>
/// <param name="Fields">In the order in which they are written.</param>
/// <param name="Roles">Paragraph roles are 0 to Roles − 1; at most 32.</param>
public sealed record IndexSchema(IReadOnlyList<FieldSpec> Fields, int Roles);
