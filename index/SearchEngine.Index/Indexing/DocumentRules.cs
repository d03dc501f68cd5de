using SearchEngine.Index.Schema;

namespace SearchEngine.Index.Indexing;

/// <summary>What a document must be like before anything of it is taken in.</summary>
internal static class DocumentRules
{
    /// <summary>Throws <see cref="ArgumentException"/> that names the first rule broken.</summary>
    public static void Require(Document document, IndexSchema schema)
    {
        RequireId(document.Id);
        long length = document.Stored.Length;
        foreach (Paragraph paragraph in document.Paragraphs)
        {
            length += paragraph.Text.Length;
            if (paragraph.Zone == Zone.Body && (paragraph.Role < 0 || paragraph.Role >= schema.Roles))
                throw new ArgumentException($"Role {paragraph.Role} is not below {schema.Roles}.", nameof(document));
            if (paragraph.Section < 0)
                throw new ArgumentException($"Section {paragraph.Section} is negative.", nameof(document));
        }

        if (length > IndexLimits.DocumentLength)
            throw new ArgumentException($"{length} characters are over {IndexLimits.DocumentLength}.", nameof(document));
        foreach (string name in document.Numbers.Keys)
        {
            if (schema.Fields.All(field => field.Name != name || field.Kind != FieldKind.Number))
                throw new ArgumentException($"The schema has no number {name}.", nameof(document));
        }

        foreach ((string name, IReadOnlyList<string> values) in document.Keywords)
            RequireKeywords(name, values, schema);
    }

    public static void RequireId(string id)
    {
        if (id.Length is 0 or > IndexLimits.IdLength)
            throw new ArgumentException($"An id has 1 to {IndexLimits.IdLength} characters.", nameof(id));
        for (int i = 0; i < id.Length; i++)
        {
            // A lone surrogate would not survive UTF-8, and two ids could become one.
            if (char.IsSurrogate(id[i]) && !(i + 1 < id.Length && char.IsSurrogatePair(id[i], id[++i])))
                throw new ArgumentException("An id may not hold half a surrogate pair.", nameof(id));
        }
    }

    private static void RequireKeywords(string name, IReadOnlyList<string> values, IndexSchema schema)
    {
        FieldKind kind = schema.Fields.FirstOrDefault(field => field.Name == name)?.Kind ?? FieldKind.Number;
        if (kind == FieldKind.Number)
            throw new ArgumentException($"The schema has no keyword {name}.", nameof(name));
        if (kind == FieldKind.Keyword && values.Count > 1)
            throw new ArgumentException($"The field {name} takes one value, not {values.Count}.", nameof(values));
        if (values.Any(value => value.Length > IndexLimits.KeywordLength))
            throw new ArgumentException($"A value of {name} is over {IndexLimits.KeywordLength} characters.", nameof(values));
    }
}
