using System.Buffers;
using System.Net;
using System.Text;

namespace SearchEngine.Crawler.Fetching;

/// <summary>
/// Keeps the first bytes that went each way over a host's one connection, below HTTP and above TLS: the client hides
/// the order and the spelling of header fields, and the archive wants them as they were.
/// </summary>
internal sealed class WireRecorder
{
    private const int MaxBytes = 96 << 10;

    private readonly Lock _gate = new();
    private readonly ArrayBufferWriter<byte> _sent = new();
    private readonly ArrayBufferWriter<byte> _received = new();

    public IPAddress? RemoteAddress { get; set; }

    /// <summary>Forgets the last exchange. Also called for a new connection: a request may be sent again on it.</summary>
    public void Reset()
    {
        lock (_gate)
        {
            _sent.ResetWrittenCount();
            _received.ResetWrittenCount();
        }
    }

    public void Sent(ReadOnlySpan<byte> bytes) => Keep(_sent, bytes);

    public void Received(ReadOnlySpan<byte> bytes) => Keep(_received, bytes);

    /// <summary>True once bytes of a request have gone out since the last <see cref="Reset"/>.</summary>
    public bool HasSent
    {
        get
        {
            lock (_gate)
            {
                return _sent.WrittenCount > 0;
            }
        }
    }

    /// <summary>Request line and fields.</summary>
    public byte[] RequestHead()
    {
        lock (_gate)
        {
            byte[] sent = _sent.WrittenSpan.ToArray();
            int end = EndOfHead(sent);
            return end < 0 ? sent : sent[..end];
        }
    }

    /// <summary>Status line and fields of the final response; interim ones (1xx) are passed over.</summary>
    public byte[] ResponseHead()
    {
        lock (_gate)
        {
            ReadOnlySpan<byte> rest = _received.WrittenSpan.ToArray();
            while (true)
            {
                int end = EndOfHead(rest);
                if (end < 0)
                {
                    return rest.ToArray();
                }

                bool interim = rest.Length > 9 && rest[8] == ' ' && rest[9] == '1';
                if (!interim)
                {
                    return rest[..end].ToArray();
                }

                rest = rest[end..];
            }
        }
    }

    /// <summary>The fields of a head in order; continuation lines are joined.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Fields(ReadOnlySpan<byte> head)
    {
        List<KeyValuePair<string, string>> fields = [];
        foreach (string line in Encoding.Latin1.GetString(head).ReplaceLineEndings("\n").Split('\n').Skip(1))
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (line.Length > 0 && line[0] is ' ' or '\t' && fields.Count > 0)
            {
                fields[^1] = new(fields[^1].Key, fields[^1].Value + " " + line.Trim());
            }
            else if (colon > 0)
            {
                fields.Add(new(line[..colon].Trim(), line[(colon + 1)..].Trim()));
            }
        }

        return fields;
    }

    private static int EndOfHead(ReadOnlySpan<byte> bytes)
    {
        int strict = bytes.IndexOf("\r\n\r\n"u8);
        int lax = bytes.IndexOf("\n\n"u8);
        return strict >= 0 && (lax < 0 || strict < lax) ? strict + 4 : lax >= 0 ? lax + 2 : -1;
    }

    private void Keep(ArrayBufferWriter<byte> kept, ReadOnlySpan<byte> bytes)
    {
        lock (_gate)
        {
            int room = Math.Max(0, MaxBytes - kept.WrittenCount);
            kept.Write(bytes[..Math.Min(room, bytes.Length)]);
        }
    }
}
