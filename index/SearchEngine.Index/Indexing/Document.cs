namespace SearchEngine.Index.Indexing;

/// <summary>A document to be indexed. Adding one with an id that is held replaces the older one at the next
/// commit.</summary>
public sealed record Document
{
    /// <summary>Stable id, 1 to 512 characters.</summary>
    public required string Id { get; init; }

    /// <summary>The paragraphs in order; a phrase never crosses from one to the next.</summary>
    public required IReadOnlyList<Paragraph> Paragraphs { get; init; }

    /// <summary>Values of the Number fields; a field left out is missing.</summary>
    public IReadOnlyDictionary<string, long> Numbers { get; init; } = new Dictionary<string, long>();

    /// <summary>Values of Keyword fields (one) and Keywords fields (any number, distinct); a field left out is
    /// missing.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Keywords { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Opaque to the engine, returned with a hit.</summary>
    public string Stored { get; init; } = "";
}
