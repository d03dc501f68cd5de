using System.Globalization;

namespace SearchEngine.Archive.Reading;

/// <summary>Leads from a revisit to the record that holds its payload (WARC 1.1 section 6.7.2).</summary>
public static class Revisits
{
    /// <summary>Reads the record at a place, and for a revisit of an identical payload the one that holds the bytes.</summary>
    /// <exception cref="ArchiveDamagedException">Either cannot be read, or the holder is another payload's.</exception>
    public static WarcRecord ReadHolderAt(string folder, RecordLocation location, ArchiveLimits? limits = null) =>
        HolderOf(folder, WarcReader.ReadAt(folder, location, limits), limits);

    /// <summary>The record itself, or for a revisit of an identical payload the one that holds the bytes.</summary>
    /// <exception cref="ArchiveDamagedException">The holder cannot be read, or is another payload's.</exception>
    public static WarcRecord HolderOf(string folder, WarcRecord record, ArchiveLimits? limits = null)
    {
        if (!record.IsSamePayload)
        {
            return record;
        }

        (string file, long offset) = record.Location;
        if (PlaceOfHolder(record) is not { } place)
        {
            throw new ArchiveDamagedException(file, offset, "revisit 记录没有说明原件的位置。");
        }

        WarcRecord holder = WarcReader.ReadAt(folder, place, limits);
        return holder.Type != "revisit" && holder.StatedPayloadDigest == record.StatedPayloadDigest
            ? holder
            : throw new ArchiveDamagedException(file, offset, $"所指的 {place.File} 偏移 {place.Offset} 处不是它的原件。");
    }

    // A name with a folder in it is no name that we wrote, and must not lead out of the archive.
    private static RecordLocation? PlaceOfHolder(WarcRecord record) =>
        record[WarcNames.RefersToFile] is { Length: > 0 } name
        && Path.GetFileName(name) == name
        && name is not ("." or "..")
        && long.TryParse(
            record[WarcNames.RefersToOffset], NumberStyles.None, CultureInfo.InvariantCulture, out long offset)
            ? new RecordLocation(name, offset)
            : null;
}
