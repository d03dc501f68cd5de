namespace SearchEngine.Reports.Versions;

/// <summary>What a run of a comparison is.</summary>
public enum DiffKind
{
    Same,

    /// <summary>Only the older text has it.</summary>
    Removed,

    /// <summary>Only the newer text has it.</summary>
    Added,
}
