namespace SearchEngine.TestKit.Storage;

/// <summary>Operations that change what a directory holds, or what of it is durable.</summary>
public enum StorageOperation
{
    Create,
    Write,
    Sync,
    Rename,
    Delete,
    SyncDirectory,
}
