namespace SearchEngine.Archive;

/// <summary>Every bound that writing, reading and checking of archives keeps.</summary>
public sealed record ArchiveLimits
{
    public static ArchiveLimits Default { get; } = new();

    /// <summary>A file is closed once it is longer. Recovery after a crash reads at most one such file through.</summary>
    public long MaxFileBytes { get; init; } = 256L << 20;

    /// <summary>Header lines of one record together; honest ones stay under 2 KiB.</summary>
    public int MaxHeaderBytes { get; init; } = 64 << 10;

    /// <summary>HTTP status line and header fields at the head of a block.</summary>
    public int MaxHttpHeadBytes { get; init; } = 64 << 10;

    /// <summary>What a reader keeps of one block in memory; the rest is digested and passed over.</summary>
    public int MaxBlockBytesKept { get; init; } = 64 << 20;

    /// <summary>Above this a record counts as damaged: a wrong length or a compression bomb.</summary>
    public long MaxRecordBytes { get; init; } = 2L << 30;

    /// <summary>A payload after the content encodings are undone.</summary>
    public int MaxPayloadBytes { get; init; } = 64 << 20;

    /// <summary>Findings that one check reports; a ruined disk would give millions.</summary>
    public int MaxFindings { get; init; } = 1_000;
}
