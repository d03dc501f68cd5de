namespace SearchEngine.Index.Store;

/// <summary>Another writer, in this process or another one, has the index open for writing.</summary>
public sealed class WriteLockHeldException(string directory, Exception? inner = null)
    : IOException($"Another process is writing to the index in {directory}. Wait for it to end.", inner);
