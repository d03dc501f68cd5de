using SearchEngine.Index.Schema;
using SearchEngine.Reports.Model;

namespace SearchEngine.Search.Schema;

/// <summary>The fields that reports are filtered, counted and sorted by.</summary>
public static class ReportSchema
{
    /// <summary>Keys of the report's place and of every place above it: what the tree counts.</summary>
    public const string Region = "region";

    /// <summary>
    /// Key of the report's own place: what "places" in a denominator counts, and the order by region.
    /// </summary>
    public const string Place = "place";

    /// <summary>省级 … 功能区, see <see cref="ReportLevel"/>.</summary>
    public const string Level = "level";

    /// <summary>The year reported on.</summary>
    public const string Year = "year";

    /// <summary>The year of publication.</summary>
    public const string PublishedYear = "publishedYear";

    /// <summary>The day of publication as yyyymmdd.</summary>
    public const string Published = "published";

    /// <summary>Topic ids.</summary>
    public const string Topic = "topic";

    /// <summary>Label of the kind of issuer.</summary>
    public const string IssuerKind = "issuerKind";

    /// <summary>Each issuer by itself.</summary>
    public const string Issuer = "issuer";

    /// <summary>Host of the page's address, lower case.</summary>
    public const string Site = "site";

    /// <summary>来源 as the page states it, and who put the page up.</summary>
    public const string Source = "source";

    /// <summary>The report's own number in its canonical spelling.</summary>
    public const string DocumentNumber = "documentNumber";

    /// <summary>Numbers of other documents that the text names.</summary>
    public const string CitedNumber = "citedNumber";

    /// <summary>索引号, folded and without blanks.</summary>
    public const string IndexNumber = "indexNumber";

    /// <summary>What an index of reports is created with.</summary>
    public static IndexSchema Index { get; } = new(
        [
            new FieldSpec(Region, FieldKind.Keywords),
            new FieldSpec(Place, FieldKind.Keyword),
            new FieldSpec(Level, FieldKind.Keyword),
            new FieldSpec(Year, FieldKind.Number),
            new FieldSpec(PublishedYear, FieldKind.Number),
            new FieldSpec(Published, FieldKind.Number),
            new FieldSpec(Topic, FieldKind.Keywords),
            new FieldSpec(IssuerKind, FieldKind.Keyword),
            new FieldSpec(Issuer, FieldKind.Keywords),
            new FieldSpec(Site, FieldKind.Keyword),
            new FieldSpec(Source, FieldKind.Keywords),
            new FieldSpec(DocumentNumber, FieldKind.Keyword),
            new FieldSpec(CitedNumber, FieldKind.Keywords),
            new FieldSpec(IndexNumber, FieldKind.Keyword),
        ],
        Enum.GetValues<BlockRole>().Length);
}
