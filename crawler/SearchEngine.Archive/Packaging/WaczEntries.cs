using System.IO.Compression;
using System.Security.Cryptography;

namespace SearchEngine.Archive.Packaging;

/// <summary>
/// Adds files to a package and keeps the list of their digests. Everything is stored, not compressed: what is large is
/// compressed already, and replay tools read records in the middle.
/// </summary>
internal sealed class WaczEntries(ZipArchive zip)
{
    // The first moment a zip can state; the real times are in the records.
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly List<WaczResource> _resources = [];

    public IReadOnlyList<WaczResource> Resources => _resources;

    public void Add(string path, Action<Stream> write)
    {
        using Stream entry = Open(path);
        using HashingStream hashing = new(entry);
        write(hashing);
        _resources.Add(new WaczResource(Path.GetFileName(path), path, "sha256:" + hashing.Finish(), hashing.Length));
    }

    /// <summary>Adds a file that the list itself cannot name.</summary>
    /// <returns>Its digest with the algorithm's name.</returns>
    public string AddUnlisted(string path, byte[] content)
    {
        using Stream entry = Open(path);
        entry.Write(content);
        return "sha256:" + Hash(content);
    }

    public static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private Stream Open(string path)
    {
        ZipArchiveEntry entry = zip.CreateEntry(path, CompressionLevel.NoCompression);
        entry.LastWriteTime = Epoch;
        entry.ExternalAttributes = 0;
        return entry.Open();
    }
}
