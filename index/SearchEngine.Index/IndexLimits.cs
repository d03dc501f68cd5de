namespace SearchEngine.Index;

/// <summary>Every limit of the engine, with its reason.</summary>
public sealed record IndexLimits
{
    /// <summary>Depth of a query tree. Evaluation recurses; 100 frames are far from any stack's end, and no person
    /// nests so deep.</summary>
    public const int QueryDepth = 100;

    /// <summary>Nodes of a query tree: the bound of what one request may make the engine prepare.</summary>
    public const int QueryNodes = 1_000;

    /// <summary>Units of a phrase; a pasted page is longer than any sentence that is looked for.</summary>
    public const int PhraseUnits = 512;

    /// <summary>Terms a wildcard at a run's edge may expand to.</summary>
    public const int WildcardTerms = 128;

    /// <summary>Units that * stands for inside Chinese text, within one sentence.</summary>
    public const int WildcardUnits = 8;

    /// <summary>Class-B signs in a row that the wide mode ignores; the distance must fit a byte.</summary>
    public const int IgnorableRow = 255;

    /// <summary>Characters of one run of letters or digits; longer runs are cut, in documents and queries
    /// alike.</summary>
    public const int RunLength = 255;

    /// <summary>Distinct bigrams of a related query, the first ones of its text; more say nothing new of its
    /// matter.</summary>
    public const int RelatedBigrams = 64;

    /// <summary>Characters of all paragraphs of a document: a hundred times the longest report.</summary>
    public const int DocumentLength = 1 << 26;

    /// <summary>Characters of a keyword value.</summary>
    public const int KeywordLength = 1_024;

    /// <summary>Positions of a segment, so that a position is a signed 32-bit integer: about 500,000 reports.</summary>
    public const int SegmentPositions = int.MaxValue - (1 << 28);

    /// <summary>Roles of a schema; a set of roles is one 32-bit word.</summary>
    public const int Roles = 32;

    /// <summary>Characters of a document's id.</summary>
    public const int IdLength = 512;

    /// <summary>Units of text that a segment's table of phrases is made of, in 0.3 s; three times as many take twice
    /// the time and save 1 to 3 of 100 bytes.</summary>
    public const int TrainingUnits = 1 << 20;

    /// <summary>Documents between two looks at the budget.</summary>
    public const int BudgetInterval = 1_024;
}
