namespace SearchEngine.Index.Check;

/// <summary>What a check of an index found.</summary>
/// <param name="Files">Files that were read whole.</param>
/// <param name="Documents">Live documents of the last commit; 0 when it cannot be read.</param>
/// <param name="Findings">Empty for a sound index.</param>
public sealed record CheckReport(int Files, int Documents, IReadOnlyList<CheckFinding> Findings)
{
    public bool IsSound => Findings.Count == 0;
}

/// <summary>A damage.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Offset">Where in the file; −1 for the file as a whole.</param>
/// <param name="Problem">What is wrong.</param>
/// <param name="Remedy">What to do.</param>
public sealed record CheckFinding(string File, long Offset, string Problem, string Remedy);
