namespace SearchEngine.Index.Store;

/// <summary>A file as its commit knows it: what it must look like to be whole.</summary>
/// <param name="Name">Name in the directory.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Id">The random id of the segment (or commit) it was written for.</param>
/// <param name="Length">Bytes, header and footer included.</param>
/// <param name="Checksum">CRC-32 as in the footer.</param>
internal sealed record FileEntry(string Name, FileKind Kind, Guid Id, long Length, uint Checksum);
