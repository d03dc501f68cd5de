namespace SearchEngine.Cleaning.Documents;

/// <summary>Document formats that cleaning reads beside pages and plain text.</summary>
internal enum DocumentFormat
{
    Pdf,
    Docx,
    Doc,
}
