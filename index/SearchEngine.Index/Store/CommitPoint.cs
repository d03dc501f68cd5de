using SearchEngine.Index.Reading;
using SearchEngine.Index.Schema;

namespace SearchEngine.Index.Store;

/// <summary>Everything a commit says.</summary>
/// <param name="Generation">Its number; the next one is greater by 1.</param>
/// <param name="NextName">Number for the next new file; all smaller ones may have been used.</param>
/// <param name="Analyzer">Name of the analysis.</param>
/// <param name="Schema">The schema.</param>
/// <param name="Segments">In the order of their documents.</param>
/// <param name="UserData">The caller's own.</param>
internal sealed record CommitPoint(
    long Generation,
    long NextName,
    string Analyzer,
    IndexSchema Schema,
    IReadOnlyList<SegmentEntry> Segments,
    IReadOnlyDictionary<string, string> UserData)
{
    public int LiveDocuments => Segments.Sum(segment => segment.LiveDocuments);

    /// <summary>Names of all files it needs, its own included.</summary>
    public IEnumerable<string> FileNames =>
        Segments.SelectMany(segment => segment.AllFiles).Select(file => file.Name)
            .Append(CommitFile.NameOf(Generation));
}
