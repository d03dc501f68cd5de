using SearchEngine.Archive.Gzip;

namespace SearchEngine.Archive.Reading;

/// <summary>The records of a compressed file, member by member.</summary>
internal sealed class GzipRecords(FileStream file, string name, ArchiveLimits limits)
{
    private readonly RecordParser _parser = new(limits);

    public IEnumerable<WarcEntry> ReadAll()
    {
        long? at = 0;
        while (at is long offset)
        {
            long? end = null;
            using (GzipMemberStream? member = TryOpen(offset))
            {
                foreach (WarcEntry entry in ReadMember(member, offset))
                {
                    yield return entry;
                }

                end = member?.EndOffset;
            }

            at = end is null ? GzipFile.NextCandidate(file, offset + 1)
                : end < file.Length ? end
                : null;
        }
    }

    private GzipMemberStream? TryOpen(long offset)
    {
        try
        {
            return new GzipMemberStream(file, offset);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private IEnumerable<WarcEntry> ReadMember(GzipMemberStream? member, long offset)
    {
        if (member is null)
        {
            yield return Damaged(offset, ArchiveFindingKind.BadCompression, "此处不是完整的 gzip 成员开头。");
            yield break;
        }

        RecordInput input = new(member);
        bool more = true;
        while (more)
        {
            WarcEntry entry = ReadRecord(input, offset, out more);
            yield return entry;
        }
    }

    private WarcEntry ReadRecord(RecordInput input, long offset, out bool more)
    {
        List<RecordFault> faults = [];
        WarcRecord? record = null;
        try
        {
            record = _parser.Read(input, new RecordLocation(name, offset), faults);
            more = !input.AtEnd;
            return new WarcEntry(record, Findings.Of(record, faults));
        }
        catch (InvalidDataException e)
        {
            more = false;
            ArchiveFindingKind kind = record is null && TryDrain(input)
                ? ArchiveFindingKind.BadRecord
                : ArchiveFindingKind.BadCompression;
            return Damaged(offset, kind, e.Message);
        }
    }

    /// <summary>
    /// Reads a member to its end, so that the next one is found even behind a record that cannot be understood.
    /// </summary>
    private bool TryDrain(RecordInput input)
    {
        byte[] passed = new byte[32 << 10];
        try
        {
            while (input.Position <= limits.MaxRecordBytes)
            {
                if (input.Read(passed) == 0)
                {
                    return true;
                }
            }

            return false;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private WarcEntry Damaged(long offset, ArchiveFindingKind kind, string message) =>
        new(null, [Findings.Damage(name, offset, kind, message)]);
}
