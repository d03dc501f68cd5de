namespace SearchEngine.Search.Batch;

/// <summary>A row of a run.</summary>
/// <param name="QueryId">As the file of queries gives it.</param>
/// <param name="DocumentId">The report's id.</param>
/// <param name="Rank">From 1.</param>
/// <param name="Score">Never rises with the rank.</param>
public sealed record BatchRow(string QueryId, string DocumentId, int Rank, double Score)
{
    /// <summary>The row in TREC's form: query, Q0, document, rank, score, run.</summary>
    public string ToTrec(string run) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture, $"{QueryId} Q0 {DocumentId} {Rank} {Score:R} {run}");
}
