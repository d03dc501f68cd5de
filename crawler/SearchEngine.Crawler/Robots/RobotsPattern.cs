using System.Globalization;
using System.Text;

namespace SearchEngine.Crawler.Robots;

/// <summary>A path pattern of robots.txt: a prefix with <c>*</c> for anything and <c>$</c> for the end (RFC 9309 section 2.2.3).</summary>
internal sealed class RobotsPattern
{
    private readonly string[] _pieces;
    private readonly bool _anchored;

    public RobotsPattern(string pattern)
    {
        _anchored = pattern.EndsWith('$');
        string body = Normalise(_anchored ? pattern[..^1] : pattern);
        Length = body.Length + (_anchored ? 1 : 0);
        _pieces = body.Split('*');
    }

    /// <summary>Octets: the longest matching pattern decides.</summary>
    public int Length { get; }

    /// <summary>
    /// One spelling for paths and patterns: escapes in capitals, those of unreserved characters undone, what is not ASCII
    /// escaped as UTF-8.
    /// </summary>
    public static string Normalise(string path)
    {
        StringBuilder text = new(path.Length);
        byte[] bytes = Encoding.UTF8.GetBytes(path);
        for (int i = 0; i < bytes.Length; i++)
        {
            byte value = bytes[i];
            if (value == '%' && i + 2 < bytes.Length
                && char.IsAsciiHexDigit((char)bytes[i + 1]) && char.IsAsciiHexDigit((char)bytes[i + 2]))
            {
                byte decoded = byte.Parse(
                    [(char)bytes[i + 1], (char)bytes[i + 2]], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
                i += 2;
                bool unreserved = char.IsAsciiLetterOrDigit((char)decoded) || decoded is (byte)'-' or (byte)'.' or (byte)'_' or (byte)'~';
                _ = unreserved ? text.Append((char)decoded) : text.Append(CultureInfo.InvariantCulture, $"%{decoded:X2}");
            }
            else
            {
                _ = value < 0x80 ? text.Append((char)value) : text.Append(CultureInfo.InvariantCulture, $"%{value:X2}");
            }
        }

        return text.ToString();
    }

    /// <summary>Greedy and without recursion: time is at most the product of the two lengths, and linear as a rule.</summary>
    /// <param name="path">Normalised path with query.</param>
    public bool Matches(string path)
    {
        if (!path.StartsWith(_pieces[0], StringComparison.Ordinal))
        {
            return false;
        }

        int at = _pieces[0].Length;
        for (int i = 1; i < _pieces.Length; i++)
        {
            bool last = i == _pieces.Length - 1;
            if (last && _anchored)
            {
                return path.Length - at >= _pieces[i].Length && path.EndsWith(_pieces[i], StringComparison.Ordinal);
            }

            int found = path.IndexOf(_pieces[i], at, StringComparison.Ordinal);
            if (found < 0)
            {
                return false;
            }

            at = found + _pieces[i].Length;
        }

        return !_anchored || at == path.Length;
    }
}
