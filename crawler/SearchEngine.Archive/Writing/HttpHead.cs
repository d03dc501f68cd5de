namespace SearchEngine.Archive.Writing;

/// <summary>The bytes of an HTTP status line and its fields.</summary>
internal static class HttpHead
{
    /// <summary>
    /// Leaves out <c>Transfer-Encoding</c> (and its continuation lines): the stored body has no chunks, and a reader that
    /// believed the field would look for them. All other bytes stay as they came. The result ends in an empty line.
    /// </summary>
    public static byte[] WithoutTransferEncoding(ReadOnlySpan<byte> head)
    {
        using MemoryStream kept = new(head.Length);
        bool leaving = false;
        while (!head.IsEmpty)
        {
            int end = head.IndexOf((byte)'\n');
            ReadOnlySpan<byte> line = end < 0 ? head : head[..(end + 1)];
            head = head[line.Length..];
            if (line.TrimEnd("\r\n"u8).IsEmpty)
            {
                break;
            }

            bool continues = line[0] is (byte)' ' or (byte)'\t';
            leaving = continues ? leaving : IsTransferEncoding(line);
            if (!leaving)
            {
                kept.Write(line);
                if (end < 0)
                {
                    kept.Write("\r\n"u8);
                }
            }
        }

        kept.Write("\r\n"u8);
        return kept.ToArray();
    }

    /// <summary>True for a status line with code 304: such an answer holds no page and is written as a revisit.</summary>
    public static bool IsNotModified(ReadOnlySpan<byte> head)
    {
        int space = head.IndexOf((byte)' ');
        return space >= 0 && head[(space + 1)..].StartsWith("304"u8);
    }

    private static bool IsTransferEncoding(ReadOnlySpan<byte> line)
    {
        int colon = line.IndexOf((byte)':');
        return colon > 0
            && System.Text.Ascii.EqualsIgnoreCase(line[..colon].TrimEnd((byte)' '), "transfer-encoding"u8);
    }
}
