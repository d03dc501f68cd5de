namespace SearchEngine.Reports.Versions;

/// <summary>A stretch of text that both, or only one, of two texts have.</summary>
public sealed record DiffRun(DiffKind Kind, string Text);
