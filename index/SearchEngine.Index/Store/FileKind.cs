namespace SearchEngine.Index.Store;

/// <summary>The kinds of file of an index; the number stands in the header.</summary>
internal enum FileKind
{
    Commit = 1,
    Terms = 2,
    Postings = 3,
    Documents = 4,
    Values = 5,
    Text = 6,
    Live = 7,
}
