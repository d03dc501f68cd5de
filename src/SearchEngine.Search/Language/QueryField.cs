namespace SearchEngine.Search.Language;

/// <summary>The fields of the query language.</summary>
public enum QueryField
{
    Title,
    Body,
    Block,
    Region,
    Level,
    Year,
    Published,
    Issuer,
    DocumentNumber,
    CitedNumber,
    IndexNumber,
    Topic,
    Indicator,
    Source,
}
