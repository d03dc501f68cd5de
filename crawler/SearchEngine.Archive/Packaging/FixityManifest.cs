using System.Security.Cryptography;
using SearchEngine.Archive.Indexing;

namespace SearchEngine.Archive.Packaging;

/// <summary>
/// A list of SHA-256 digests, a line for each finished archive file, as BagIt (RFC 8493 section 2.1.3) and
/// <c>sha256sum --check</c> read it.
/// </summary>
public static class FixityManifest
{
    /// <param name="folder">The archive folder.</param>
    /// <param name="prefix">Path put before each name, with a slash at its end, or empty.</param>
    /// <param name="target">Receives the lines.</param>
    /// <param name="cancellation">Stops between two files.</param>
    /// <returns>Number of files.</returns>
    public static int Write(string folder, string prefix, TextWriter target, CancellationToken cancellation = default)
    {
        IReadOnlyList<FileInfo> files = ArchiveFiles.Finished(folder);
        foreach (FileInfo file in files)
        {
            cancellation.ThrowIfCancellationRequested();
            using FileStream stream = file.OpenRead();
            target.Write($"{Convert.ToHexStringLower(SHA256.HashData(stream))}  {prefix}{file.Name}\n");
        }

        return files.Count;
    }
}
