using System.Globalization;

namespace SearchEngine.Index.Schema;

/// <summary>What a schema must be like.</summary>
internal static class SchemaRules
{
    /// <summary>Throws <see cref="ArgumentException"/> that names the rule broken.</summary>
    public static void Require(IndexSchema schema)
    {
        if (schema.Roles is < 0 or > IndexLimits.Roles)
            throw new ArgumentException($"A schema has 0 to {IndexLimits.Roles} roles.", nameof(schema));
        if (schema.Fields.Select(field => field.Name).Distinct(StringComparer.Ordinal).Count() != schema.Fields.Count)
            throw new ArgumentException("Two fields of the schema have one name.", nameof(schema));
    }

    public static void RequireEqual(IndexSchema expected, IndexSchema actual)
    {
        if (Describe(expected) != Describe(actual))
            throw new SchemaMismatchException(Describe(expected), Describe(actual));
    }

    /// <summary>Place of a field; <see cref="ArgumentException"/> when the schema has none of this name.</summary>
    public static int FieldOf(IndexSchema schema, string name)
    {
        for (int field = 0; field < schema.Fields.Count; field++)
        {
            if (schema.Fields[field].Name == name)
                return field;
        }

        throw new ArgumentException($"The schema has no field {name}.", nameof(name));
    }

    private static string Describe(IndexSchema schema) =>
        string.Join(", ", schema.Fields.Select(field => $"{field.Name}:{field.Kind}"))
        + string.Create(CultureInfo.InvariantCulture, $"; {schema.Roles} roles");
}
