namespace SearchEngine.Archive.Reading;

/// <summary>The records of an uncompressed file. Behind damage the next version line is looked for.</summary>
internal sealed class PlainRecords(FileStream file, string name, ArchiveLimits limits)
{
    private const int ScanBytes = 64 << 10;
    private const int LineEnds = 4;
    private readonly RecordParser _parser = new(limits);

    public IEnumerable<WarcEntry> ReadAll()
    {
        long? at = file.Length > 0 ? 0 : null;
        while (at is long offset)
        {
            WarcEntry entry = ReadRecord(offset, out long next);
            yield return entry;
            at = entry.Record is null ? NextVersionLine(offset + 1)
                : entry.Record.BlockDigest == DigestOutcome.Differs ? SoundRecordWithin(offset, next) ?? Behind(entry, offset, next)
                : Behind(entry, offset, next);
        }
    }

    private WarcEntry ReadRecord(long offset, out long next)
    {
        file.Position = offset;
        RecordInput input = new(file);
        List<RecordFault> faults = [];
        try
        {
            WarcRecord record = _parser.Read(input, new RecordLocation(name, offset), faults);
            next = offset + input.Position;
            return new WarcEntry(record, Findings.Of(record, faults));
        }
        catch (InvalidDataException e)
        {
            next = offset;
            return new WarcEntry(null, [Findings.Damage(name, offset, ArchiveFindingKind.BadRecord, e.Message)]);
        }
    }

    /// <summary>
    /// A block that is not what its digest says may be as long as it should be, or may have swallowed records because its
    /// length is wrong: then one of them is whole.
    /// </summary>
    private long? SoundRecordWithin(long offset, long next)
    {
        for (long? at = NextVersionLine(offset + 1); at < next; at = NextVersionLine(at.Value + 1))
        {
            if (ReadRecord(at.Value, out _).Record?.BlockDigest == DigestOutcome.Matches)
            {
                return at;
            }
        }

        return null;
    }

    /// <summary>
    /// The record behind. Where the line ends are missing, a length that no digest confirms is believed only when a
    /// record stands right behind it; otherwise records may stand in what was taken for the block.
    /// </summary>
    private long? Behind(WarcEntry entry, long offset, long next)
    {
        if (entry.Findings.All(f => f.Kind != ArchiveFindingKind.MissingEnd))
        {
            return next < file.Length ? next : null;
        }

        long? behind = NextVersionLine(next);
        bool believed = entry.Record!.BlockDigest == DigestOutcome.Matches
            || (behind <= next + LineEnds && ReadRecord(behind.Value, out _).Record is not null);
        return believed ? behind : NextVersionLine(offset + 1);
    }

    private long? NextVersionLine(long from)
    {
        ReadOnlySpan<byte> version = "WARC/1."u8;
        byte[] window = new byte[ScanBytes];
        for (long at = from; at < file.Length; at += window.Length - version.Length + 1)
        {
            file.Position = at;
            int held = file.ReadAtLeast(window, window.Length, throwOnEndOfStream: false);
            int found = window.AsSpan(0, held).IndexOf(version);
            if (found >= 0)
            {
                return at + found;
            }
        }

        return null;
    }
}
