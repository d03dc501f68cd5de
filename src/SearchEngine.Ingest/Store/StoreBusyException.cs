namespace SearchEngine.Ingest.Store;

/// <summary>Another process is writing to the store; the message says so in Chinese.</summary>
public sealed class StoreBusyException(string message) : Exception(message);
