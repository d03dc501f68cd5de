using SearchEngine.Index.Store;

namespace SearchEngine.Index.Reading;

/// <summary>A segment as a commit knows it.</summary>
/// <param name="Name">Prefix of its files, never used again.</param>
/// <param name="Id">Random id in each of its files.</param>
/// <param name="Documents">Documents in it, deleted ones included.</param>
/// <param name="Files">Terms, postings, documents, values and text, in this order.</param>
/// <param name="LiveDocuments">Documents that are not deleted.</param>
/// <param name="Live">The file that says which; null when none is deleted.</param>
internal sealed record SegmentEntry(
    string Name, Guid Id, int Documents, IReadOnlyList<FileEntry> Files, int LiveDocuments, FileEntry? Live)
{
    /// <summary>Every file of the segment.</summary>
    public IEnumerable<FileEntry> AllFiles => Live is null ? Files : Files.Append(Live);
}
