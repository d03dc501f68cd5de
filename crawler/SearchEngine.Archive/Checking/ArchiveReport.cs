namespace SearchEngine.Archive.Checking;

/// <summary>What a check of an archive folder gave.</summary>
/// <param name="Files">Files read.</param>
/// <param name="Records">Records read.</param>
/// <param name="Bytes">Length of the files together.</param>
/// <param name="DigestsPassed">Stated digests (of blocks and payloads) that agreed.</param>
/// <param name="Findings">What is wrong, at most <see cref="ArchiveLimits.MaxFindings"/>.</param>
/// <param name="FindingsCount">How many there are, also those beyond the limit.</param>
public sealed record ArchiveReport(
    int Files,
    long Records,
    long Bytes,
    long DigestsPassed,
    IReadOnlyList<ArchiveFinding> Findings,
    long FindingsCount)
{
    public bool IsSound => FindingsCount == 0;
}
