namespace SearchEngine.Cleaning;

/// <summary>Every limit of cleaning, each with its reason. Measured findings are in the tests of hostile
/// pages.</summary>
internal sealed record CleaningLimits
{
    /// <summary>Bytes of a page; the largest real pages seen are under 1 MB.</summary>
    public const int MaxBytes = 32 * 1024 * 1024;

    /// <summary>Characters given to the HTML parser.</summary>
    public const int MaxHtmlChars = 8 * 1024 * 1024;

    /// <summary>Start tags and text runs; more of them than this is no article.</summary>
    public const int MaxOpenBrackets = 400_000;

    /// <summary>Formatting tags (font, b, i …) opened and not closed; each is re-opened in every later block.</summary>
    public const int MaxOpenFormatting = 400;

    /// <summary>Start tags in a row without an end tag between them; the parser's time grows with the square of
    /// it.</summary>
    public const int MaxNestingRun = 4_000;

    /// <summary>Depth that the parser keeps; deeper elements become siblings.</summary>
    public const int MaxDepth = 256;

    /// <summary>Elements that the walk visits.</summary>
    public const int MaxElements = 200_000;

    /// <summary>Lines kept of a page.</summary>
    public const int MaxLines = 50_000;

    /// <summary>Characters of one line; longer ones are cut into lines of this length.</summary>
    public const int MaxLineChars = 200_000;

    /// <summary>Pages that continue an article.</summary>
    public const int MaxNextPages = 100;

    /// <summary>Candidates listed beside a field, so that a page with 100,000 dates stays readable.</summary>
    public const int MaxRejected = 20;

    /// <summary>Characters of a title.</summary>
    public const int MaxTitleChars = 200;

    /// <summary>Characters of raw evidence kept.</summary>
    public const int MaxRawChars = 200;

    /// <summary>Processor time for the parser; the only guard that stops every structure bomb.</summary>
    public static readonly TimeSpan ParseTime = TimeSpan.FromSeconds(1);

    /// <summary>The most that the parser may take by the clock, however little of the processor it gets.</summary>
    public static readonly TimeSpan ParseWait = TimeSpan.FromSeconds(20);

    /// <summary>How often a page is tried whose patterns ran out of the clock's time.</summary>
    public const int MaxTries = 5;

    /// <summary>Time for an outside converter (pdftotext, antiword).</summary>
    public static readonly TimeSpan ConverterTime = TimeSpan.FromSeconds(30);

    /// <summary>Characters taken from a converter.</summary>
    public const int MaxConvertedChars = 8 * 1024 * 1024;
}
