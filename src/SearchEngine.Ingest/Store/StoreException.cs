namespace SearchEngine.Ingest.Store;

/// <summary>The store cannot be used as asked; the message says what to do, in Chinese.</summary>
public sealed class StoreException(string message) : Exception(message);
