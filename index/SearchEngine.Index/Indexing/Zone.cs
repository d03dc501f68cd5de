namespace SearchEngine.Index.Indexing;

/// <summary>Where in a document a paragraph stands.</summary>
public enum Zone
{
    Title,
    Body,
}
