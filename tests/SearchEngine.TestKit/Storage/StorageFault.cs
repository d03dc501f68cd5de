namespace SearchEngine.TestKit.Storage;

/// <summary>How a storage operation fails.</summary>
public enum StorageFault
{
    /// <summary>One operation fails, the later ones work.</summary>
    Once,

    /// <summary>It and every later one fail.</summary>
    FromThenOn,

    /// <summary>A write leaves half of its bytes and fails; other operations just fail. Later ones work.</summary>
    ShortWrite,

    /// <summary>
    /// From it on nothing can be created or written (half of the first write gets through); the rest works.
    /// </summary>
    DiskFull,
}
