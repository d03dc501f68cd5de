namespace SearchEngine.TestKit.Storage;

/// <summary>A step that a broken commit protocol leaves out.</summary>
public enum ForgottenSync
{
    /// <summary>Files are never synced.</summary>
    Files,

    /// <summary>The folder is not synced before a commit is renamed.</summary>
    FolderBeforeRename,

    /// <summary>The folder is not synced after a commit was renamed.</summary>
    FolderAfterRename,
}
