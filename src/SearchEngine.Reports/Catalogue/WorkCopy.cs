namespace SearchEngine.Reports.Catalogue;

/// <summary>A page as far as it matters for telling whether two are copies of one report.</summary>
internal sealed record WorkCopy
{
    // Measured on government work reports: a copy with one part in a hundred added differs in 5 bits at most, and of 171
    // pairs of different reports none differs in fewer than 19.
    private const int MaxDistance = 6;

    // Shorter bodies have too few grams for their fingerprints to mean anything.
    private const int MinLength = 200;
    private const double MinLengthRatio = 0.9;

    // A copy that misses more than this is not the one to read.
    private const double CompleteRatio = 0.98;

    public required string Id { get; init; }

    public required string? Url { get; init; }

    public required string Work { get; init; }

    public required string? Place { get; init; }

    public required int? Year { get; init; }

    public required string? Issuer { get; init; }

    public required string? TextDigest { get; init; }

    public required ulong? Fingerprint { get; init; }

    public required int Length { get; init; }

    public required long FirstCapture { get; init; }

    /// <summary>True for a report in its own right: no jsonl document, no further page of an article.</summary>
    public required bool IsReport { get; init; }

    private bool IsGovernment => Uri.TryCreate(Url, UriKind.Absolute, out Uri? uri)
        && (uri.Host.EndsWith(".gov.cn", StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// True when both are one report: the same text, or nearly the same text of the same place and year. Two places or two
    /// years are never one report, however alike their texts are, unless every character agrees.
    /// </summary>
    public bool IsCopyOf(WorkCopy other)
    {
        if (!IsReport || !other.IsReport)
            return false;
        if (TextDigest is not null && TextDigest == other.TextDigest)
            return true;
        return Place is not null && Place == other.Place && Year is not null && Year == other.Year
            && (Issuer is null || other.Issuer is null || Issuer == other.Issuer)
            && Fingerprint is { } mine && other.Fingerprint is { } theirs
            && Math.Min(Length, other.Length) >= Math.Max(MinLength, MinLengthRatio * Math.Max(Length, other.Length))
            && TextFingerprint.Distance(mine, theirs) <= MaxDistance;
    }

    /// <summary>The copy that speaks for all: on a government's own host, whole, and held longest, in this order.</summary>
    public static WorkCopy Primary(IReadOnlyCollection<WorkCopy> copies)
    {
        int longest = copies.Max(copy => copy.Length);
        return copies
            .OrderByDescending(copy => copy.IsGovernment)
            .ThenByDescending(copy => copy.Length >= CompleteRatio * longest)
            .ThenBy(copy => copy.FirstCapture)
            .ThenBy(copy => copy.Id, StringComparer.Ordinal)
            .First();
    }
}
