using System.Text;
using SearchEngine.Index.Indexing;

namespace SearchEngine.TestKit.Oracle;

/// <summary>
/// A collection as one canonical string, searched by looking for a substring. It follows the rules of the search's
/// description (folding, three classes of signs, whole runs) and shares no code with analysis or engine; it reads the
/// same table of foldings.
/// </summary>
public sealed class PlainScan
{
    private const char Boundary = '\u0001';
    private const char RunStart = '\u0002';
    private const char RunEnd = '\u0003';
    private const char ParagraphEnd = '\n';
    private const string Dropped = "\"'“”‘’「」《》〈〉·•・";
    private const string Ignorable = "、()";
    private const string Boundaries = ",:。;!?";

    private static readonly Dictionary<string, string> Folding = File
        .ReadLines(Path.Combine(RepoPaths.Root, "index", "SearchEngine.Analysis", "Data", "folding.txt"))
        .Where(line => line.Length > 0)
        .Select(line => (Sign: SignAt(line, 0), line))
        .ToDictionary(pair => pair.Sign, pair => pair.line[pair.Sign.Length..], StringComparer.Ordinal);

    private readonly string _plain;
    private readonly string _wide;
    private readonly int[] _plainStarts;
    private readonly int[] _wideStarts;

    public PlainScan(IEnumerable<Document> documents)
    {
        (_plain, _plainStarts) = Join(documents, wide: false);
        (_wide, _wideStarts) = Join(documents, wide: true);
    }

    /// <summary>Pieces of the original text, one for each canonical unit: [start, end).</summary>
    public static IReadOnlyList<(int Start, int End)> UnitsOf(string text)
    {
        List<(int Start, int End)> units = [];
        char before = '\0';
        for (int at = 0; at < text.Length;)
        {
            string sign = SignAt(text, at);
            string folded = Fold(sign);
            char kind = KindOf(folded);
            if (kind == before && kind != 'A' && kind != 'B' && kind != 'S')
                units[^1] = (units[^1].Start, at + sign.Length);
            else if (kind != 'A')
                units.Add((at, at + sign.Length));
            // What is dropped between two runs parts them; between two boundaries it does not.
            if (kind != 'A' || before != 'C')
                before = kind;
            at += sign.Length;
        }

        return units;
    }

    /// <summary>Documents and occurrences of a phrase.</summary>
    public (int Documents, long Occurrences) Count(string phrase, bool wide)
    {
        string wanted = Canonical(phrase, wide);
        if (wanted.All(c => c == Boundary))
            return (0, 0);
        string text = wide ? _wide : _plain;
        int[] starts = wide ? _wideStarts : _plainStarts;
        int documents = 0;
        long occurrences = 0;
        int document = -1;
        for (int at = text.IndexOf(wanted, StringComparison.Ordinal); at >= 0;
            at = text.IndexOf(wanted, at + 1, StringComparison.Ordinal))
        {
            int found = Array.BinarySearch(starts, at);
            found = found < 0 ? ~found - 1 : found;
            documents += found == document ? 0 : 1;
            document = found;
            occurrences++;
        }

        return (documents, occurrences);
    }

    private static (string Text, int[] Starts) Join(IEnumerable<Document> documents, bool wide)
    {
        StringBuilder text = new();
        List<int> starts = [];
        foreach (Document document in documents)
        {
            starts.Add(text.Length);
            // Also a document of nothing takes a place of its own.
            text.Append(ParagraphEnd);
            foreach (Paragraph paragraph in document.Paragraphs)
            {
                string canonical = Canonical(paragraph.Text, wide);
                // The end of a paragraph is a boundary, unless one stands there; as between two boundaries in the midst of it,
                // a sign of class B before it keeps them apart in the wide mode too.
                bool hasEnd = Canonical(paragraph.Text, wide: false).EndsWith(Boundary);
                text.Append(canonical).Append(hasEnd ? "" : Boundary).Append(ParagraphEnd);
            }
        }

        return (text.ToString(), [.. starts]);
    }

    private static string Canonical(string text, bool wide)
    {
        StringBuilder canonical = new();
        foreach ((int start, int end) in UnitsOf(text))
        {
            string folded = string.Concat(Signs(text[start..end]).Select(Fold).Where(sign => KindOf(sign) != 'A'));
            char kind = KindOf(folded);
            if (kind == 'C')
                canonical.Append(Boundary);
            else if (kind is 'L' or 'N')
                canonical.Append(RunStart).Append(folded).Append(RunEnd);
            else if (kind != 'B' || !wide)
                canonical.Append(folded);
        }

        return canonical.ToString();
    }

    /// <summary>A, B, C as the classes of signs; L and N for letters and digits of runs; S for anything else.</summary>
    private static char KindOf(string folded)
    {
        char first = folded[0];
        if (Dropped.Contains(first, StringComparison.Ordinal) || first is '\u200b' or '\u2060' or '\ufeff')
            return 'A';
        if (Ignorable.Contains(first, StringComparison.Ordinal))
            return 'B';
        if (Boundaries.Contains(first, StringComparison.Ordinal) || first is '\n' or '\r' or '\v' or '\f' or '\u0085'
            or '\u2028' or '\u2029')
            return 'C';
        if (char.IsAsciiDigit(first))
            return 'N';
        if (char.IsWhiteSpace(first))
            return 'A';
        bool isLatin = first is (>= 'a' and <= 'z') or (>= '\u00c0' and <= '\u024f' and not '×' and not '÷')
            or (>= '\u1e00' and <= '\u1eff');
        return isLatin ? 'L' : 'S';
    }

    private static string Fold(string sign)
    {
        for (int step = 0; step < 8; step++)
        {
            string next = Folding.GetValueOrDefault(sign, sign).ToLowerInvariant();
            if (next == sign)
                break;
            sign = next;
        }

        return sign;
    }

    private static IEnumerable<string> Signs(string text)
    {
        for (int at = 0; at < text.Length;)
        {
            string sign = SignAt(text, at);
            yield return sign;
            at += sign.Length;
        }
    }

    /// <summary>The character at a place; half of a surrogate pair is U+FFFD in the canonical text.</summary>
    private static string SignAt(string text, int at)
    {
        if (at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]))
            return text.Substring(at, 2);
        return char.IsSurrogate(text[at]) ? "\ufffd" : text[at].ToString();
    }
}
