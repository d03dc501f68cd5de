namespace SearchEngine.Archive.Durability;

/// <summary>
/// What the writer asks of a disk. A seam, because what a power failure leaves behind cannot be had from a real one at will:
/// tests keep the calls and build from them every state that a disk may be found in.
/// </summary>
internal interface IArchiveDisk
{
    /// <summary>Creates a file, which must not exist, for appending without a buffer.</summary>
    Stream Create(string path);

    /// <summary>Returns when everything written to the stream is on disk.</summary>
    void Sync(Stream file);

    /// <summary>Renames within a folder; the target must not exist. Lasting only after <see cref="SyncFolder"/>.</summary>
    void Rename(string from, string to);

    /// <summary>Returns when the folder's names are on disk.</summary>
    void SyncFolder(string folder);
}
