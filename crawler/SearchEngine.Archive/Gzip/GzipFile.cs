using System.IO.Compression;

namespace SearchEngine.Archive.Gzip;

/// <summary>Questions about a whole file of gzip members.</summary>
internal static class GzipFile
{
    private const int ScanBytes = 64 << 10;

    /// <summary>Whether a member begins at a place.</summary>
    public static bool BeginsMember(Stream file, long offset)
    {
        file.Position = offset;
        return file.ReadByte() == GzipHeader.Magic0 && file.ReadByte() == GzipHeader.Magic1;
    }

    /// <summary>The first place where a member stands whose content begins so; null when there is none.</summary>
    public static long? FirstMemberOf(Stream file, ReadOnlySpan<byte> beginning)
    {
        byte[] read = new byte[beginning.Length];
        for (long? at = NextCandidate(file, 0); at is long offset; at = NextCandidate(file, offset + 1))
        {
            try
            {
                using GzipMemberStream member = new(file, offset);
                if (member.ReadAtLeast(read, read.Length, throwOnEndOfStream: false) == read.Length && beginning.SequenceEqual(read))
                {
                    return offset;
                }
            }
            catch (InvalidDataException)
            {
                // Two bytes that look like a head, and are not one.
            }
        }

        return null;
    }

    /// <summary>Compresses bytes, at least one, to one member.</summary>
    public static byte[] Compress(ReadOnlySpan<byte> content)
    {
        using MemoryStream member = new(content.Length / 3);
        using (GZipStream gzip = new(member, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(content);
        }

        return member.ToArray();
    }

    /// <summary>
    /// Where the last whole member ends, 0 when there is none. Damage in the middle does not hide what follows it: a file
    /// is cut only where nothing whole comes after.
    /// </summary>
    public static long EndOfLastWholeMember(Stream file)
    {
        long end = 0;
        long? at = 0;
        while (at is long offset)
        {
            if (EndOfMember(file, offset) is long memberEnd)
            {
                end = memberEnd;
                at = memberEnd < file.Length ? memberEnd : null;
            }
            else
            {
                at = NextCandidate(file, offset + 1);
            }
        }

        return end;
    }

    /// <summary>The next place at or after <paramref name="from"/> where a gzip head may stand; null at the end.</summary>
    public static long? NextCandidate(Stream file, long from)
    {
        ReadOnlySpan<byte> head = [GzipHeader.Magic0, GzipHeader.Magic1, 8];
        byte[] window = new byte[ScanBytes];
        for (long at = from; at < file.Length; at += window.Length - head.Length + 1)
        {
            file.Position = at;
            int held = file.ReadAtLeast(window, window.Length, throwOnEndOfStream: false);
            int found = window.AsSpan(0, held).IndexOf(head);
            if (found >= 0)
            {
                return at + found;
            }
        }

        return null;
    }

    private static long? EndOfMember(Stream file, long offset)
    {
        byte[] passed = new byte[ScanBytes];
        try
        {
            using GzipMemberStream member = new(file, offset);
            while (member.Read(passed) > 0)
            {
            }

            return member.EndOffset;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
