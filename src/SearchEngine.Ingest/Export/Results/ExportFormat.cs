namespace SearchEngine.Ingest.Export.Results;

/// <summary>The forms in which reports and results are handed on.</summary>
public enum ExportFormat
{
    Csv,
    Xlsx,
    Jsonl,
    Ris,
    BibTex,
    CslJson,
}
