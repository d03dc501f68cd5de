namespace SearchEngine.Reports.Catalogue;

/// <summary>The catalogue cannot be read or written; the message says what to do, in Chinese.</summary>
public sealed class CatalogueException(string message, Exception? inner = null) : Exception(message, inner);
