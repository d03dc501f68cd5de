namespace SearchEngine.Index.Store;

/// <summary>
/// The one place where an index touches storage: a flat set of files by name. What an implementation promises:
/// <list type="bullet">
/// <item>a file is written once, from begin to end, and never changed afterwards;</item>
/// <item>bytes written survive a power cut after <see cref="IFileWriter.Sync"/> has returned, and the file's name does
/// after <see cref="SyncDirectory"/> has returned; before that either may be lost, whole or in part;</item>
/// <item><see cref="Rename"/> is atomic: a reader sees the old name or the new one, never neither or half a
/// file;</item>
/// <item><see cref="Delete"/> removes the name only: a file that is mapped stays readable until it is closed.</item>
/// </list>
/// Names hold the characters a-z, 0-9, '_' and '.' and are at most 64 long. Failures are <see cref="IOException"/>.
/// Members may be called from several threads.
/// </summary>
public interface IDirectory
{
    /// <summary>Names of all files, in no order.</summary>
    IReadOnlyList<string> List();

    /// <summary>Length in bytes. <see cref="FileNotFoundException"/> when there is no such file.</summary>
    long Length(string name);

    /// <summary>Creates a file that must not exist yet (<see cref="IOException"/> when it does).</summary>
    IFileWriter Create(string name);

    /// <summary>
    /// Opens a file for reading in place, to which nothing more is written; its writer need not be closed yet. The
    /// caller disposes of the mapping, which then must not be read any more. <see cref="FileNotFoundException"/> when
    /// there is no such file.
    /// </summary>
    MappedFile OpenRead(string name);

    /// <summary>Gives a file a new name, in place of a file that had it.</summary>
    void Rename(string from, string to);

    /// <summary>Removes a name; nothing happens when there is none.</summary>
    void Delete(string name);

    /// <summary>Makes every create, rename and delete up to now durable.</summary>
    void SyncDirectory();

    /// <summary>
    /// Takes the directory's one write lock until the result is disposed of; the operating system frees it when the
    /// process dies. <see cref="WriteLockHeldException"/> when another writer has it.
    /// </summary>
    IDisposable LockForWriting();
}
