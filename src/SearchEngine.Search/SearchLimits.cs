namespace SearchEngine.Search;

/// <summary>What one search may cost and show. Every limit of this project stands here.</summary>
public sealed record SearchLimits
{
    /// <summary>For anybody on the network: bounded in every direction.</summary>
    public static SearchLimits Web { get; } = new();

    /// <summary>For the owner of the machine: longer queries, no deadline.</summary>
    public static SearchLimits CommandLine { get; } =
        new() { QueryLength = 4096, Deadline = null, Postings = null };

    /// <summary>UTF-16 characters of a query; what follows is left out and the answer says so.</summary>
    public int QueryLength { get; init; } = 256;

    /// <summary>Phrases and conditions in a query.</summary>
    public int Clauses { get; init; } = 32;

    /// <summary>Brackets within brackets. Bounds every recursion over an expression.</summary>
    public int Depth { get; init; } = 8;

    /// <summary>Units of a phrase: characters, or runs of letters or digits.</summary>
    public int PhraseUnits { get; init; } = 64;

    /// <summary>Units that may lie between two near phrases.</summary>
    public int NearDistance { get; init; } = 10;

    /// <summary>
    /// Han characters that a wildcard pattern must at least fix; fewer would expand to half the dictionary.
    /// </summary>
    public int WildcardHan { get; init; } = 2;

    /// <summary>Letters and digits that a wildcard pattern must at least fix.</summary>
    public int WildcardLatin { get; init; } = 3;

    /// <summary>Values in one field's condition.</summary>
    public int FieldValues { get; init; } = 16;

    /// <summary>Characters of a passage; the original text is cut at sentence bounds where possible.</summary>
    public int PassageLength { get; init; } = 300;

    /// <summary>Passages of a hit.</summary>
    public int Passages { get; init; } = 3;

    /// <summary>
    /// Paragraphs with hits that are read to choose the passages from: enough to meet every block of a report.
    /// </summary>
    public int PassageParagraphs { get; init; } = 64;

    /// <summary>Related reports shown below literal ones.</summary>
    public int RelatedHits { get; init; } = 5;

    /// <summary>
    /// Reports whose text is read to verify a shortened form; beyond it the answer is marked partial.
    /// </summary>
    public int EllipticalCandidates { get; init; } = 5_000;

    /// <summary>Members of one enumeration (府院、府检、警调联动 has three) in a shortened form.</summary>
    public int EllipticalMembers { get; init; } = 8;

    /// <summary>Time for one search of the index; null for none.</summary>
    public TimeSpan? Deadline { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Positions that one search may read; null for any number.</summary>
    public long? Postings { get; init; } = 5_000_000;

    /// <summary>How often the service looks for a newer commit.</summary>
    public TimeSpan ReopenInterval { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>Reports that an export takes from the index at a time.</summary>
    public int ExportPage { get; init; } = 5_000;
}
