namespace SearchEngine.Index.Schema;

/// <summary>How a field's doc values are held.</summary>
public enum FieldKind
{
    /// <summary>At most one 64-bit integer a document.</summary>
    Number,

    /// <summary>At most one string a document, held as an ordinal.</summary>
    Keyword,

    /// <summary>Any number of distinct strings a document, held as ordinals.</summary>
    Keywords,
}
