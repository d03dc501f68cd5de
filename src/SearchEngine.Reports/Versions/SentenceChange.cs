namespace SearchEngine.Reports.Versions;

/// <summary>A sentence that was taken out, put in, or rewritten.</summary>
/// <param name="Runs">The sentence; parts that stayed are <see cref="DiffKind.Same"/>.</param>
public sealed record SentenceChange(IReadOnlyList<DiffRun> Runs);
