using SearchEngine.Cleaning.Dates;
using SearchEngine.Cleaning.Lines;

namespace SearchEngine.Cleaning.Fields;

/// <summary>
/// Reads labels and their values off lines and table cells. Labels may be glued to the value before them, stand without
/// a colon, have blanks inside, and have no value at all.
/// </summary>
internal static class FieldBlock
{
    // Longer lines are prose, in which 来源： may stand like any word.
    private const int MaxLineChars = 240;

    // A name is shorter than a sentence.
    private const int SpokenChars = 8;

    /// <summary>The labelled values of some lines, in order.</summary>
    /// <param name="outline">The page.</param>
    /// <param name="numbers">Numbers of the lines to read, ascending.</param>
    public static List<LabelledValue> Read(PageOutline outline, IEnumerable<int> numbers)
    {
        List<PageLine> lines = outline.Lines;
        List<LabelledValue> values = [];
        HashSet<int> taken = [];
        foreach (int number in numbers)
        {
            PageLine line = lines[number];
            if (taken.Contains(number) || line.Text.Length > MaxLineChars)
                continue;
            if (LabelDictionary.Whole(line.Text) is { } whole)
                values.Add(new LabelledValue(whole.Field, whole.Text, Beside(outline, number, whole, taken), number));
            else
                ReadLine(line.Text, number, values);
        }

        return values;
    }

    /// <summary>True when a line consists of labels and values.</summary>
    public static bool IsFieldLine(string line)
    {
        if (line.Length > MaxLineChars)
            return false;
        if (LabelDictionary.Whole(line) is not null)
            return true;
        List<LabelledValue> values = [];
        ReadLine(line, 0, values);
        return values.Count > 0 && FirstLabel(line) <= Math.Max(4, AfterDate(line)) && !IsSpoken(line, values);
    }

    // 2024-03-12 09:30 | 来源：…: a label may follow the date and its time.
    private static int AfterDate(string line)
    {
        if (DateReader.First(line) is not { Index: <= 4 } date)
            return 0;
        int at = date.Index + date.Raw.Length;
        while (at < line.Length && !char.IsLetter(line[at]))
            at++;
        return at;
    }

    // 记者：今年有什么变化？ is a question in an interview, not a byline.
    private static bool IsSpoken(string line, List<LabelledValue> values) =>
        values is [{ Field: "author" or "source" or "dated", Value.Length: > SpokenChars }]
        && line[^1] is '。' or '？' or '?' or '！' or '；';

    private static int FirstLabel(string line)
    {
        for (int i = 0; i < line.Length; i++)
            if (IsLabel(line, i, 0) is not null)
                return i;
        return int.MaxValue;
    }

    // The value of a label that has a line to itself: the next cell of its row, or the next line.
    private static string? Beside(PageOutline outline, int number, LabelDictionary.Label label, HashSet<int> taken)
    {
        List<PageLine> lines = outline.Lines;
        PageLine line = lines[number];
        int at = number + 1;
        bool colon = line.Text[^1] is ':' or '：';
        if (at < lines.Count && lines[at].Text is ":" or "：")
            (at, colon) = (at + 1, true);
        if (at >= lines.Count)
            return null;
        PageLine next = lines[at];
        bool cell = line.Row >= 0 && next.Row == line.Row && next.Cell == line.Cell + at - number;
        bool adjacent = line.Row == next.Row && line.Cell == next.Cell && !next.AfterBlank
            && (colon || label.StandsAlone || IsPair(outline, number));
        if (!cell && !adjacent)
            return null;
        if (LabelDictionary.Whole(next.Text) is not null || next.Text.Length > MaxLineChars
            || FirstLabel(next.Text) == 0)
            return null;
        taken.Add(at);
        return next.Text;
    }

    // A label and a value in two elements that their parent holds alone: a row of a card without a table. A term and its
    // description are a pair in any list.
    private static bool IsPair(PageOutline outline, int number)
    {
        int label = outline.Lines[number].Node, value = outline.Lines[number + 1].Node;
        int row = outline.Node(label).Parent;
        if (outline.Node(label).Tag == "dt" && outline.Node(value).Tag == "dd")
            return true;
        return label != value && row >= 0 && row == outline.Node(value).Parent
            && !(number > 0 && outline.IsWithin(outline.Lines[number - 1].Node, row))
            && !(number + 2 < outline.Lines.Count && outline.IsWithin(outline.Lines[number + 2].Node, row));
    }

    private static void ReadLine(string line, int number, List<LabelledValue> values)
    {
        int start = -1;
        LabelDictionary.Label? label = null;
        for (int i = 0; i < line.Length;)
        {
            if (IsLabel(line, i, start) is not { } hit)
            {
                i++;
                continue;
            }

            if (label is not null)
                Add(label, line[start..i]);
            (label, start) = hit;
            i = start;
        }

        if (label is not null)
            Add(label, line[start..]);

        void Add(LabelDictionary.Label found, string raw)
        {
            string value = raw.Trim(' ', '|', '\u2003', '　', '[', ']', '【', '】', '(', '（', '丨', '︱', '/');
            if (value.Length > 0 && value[^1] is ')' or '）' && !value.AsSpan().ContainsAny('(', '（'))
                value = value[..^1].TrimEnd();
            values.Add(new LabelledValue(found.Field, found.Text, value.Length == 0 ? null : value, number));
        }
    }

    // A label needs its colon, or stands alone where a field may begin: at the start and after a blank.
    private static (LabelDictionary.Label Label, int End)? IsLabel(string line, int at, int valueStart)
    {
        if (LabelDictionary.At(line, at) is not { } hit)
            return null;
        int end = hit.End;
        while (end < line.Length && line[end] == ' ')
            end++;
        if (end < line.Length && (line[end] is ':' or '：' or '︱'))
            return (hit.Label, end + 1);
        bool begins = at == 0 || (at == valueStart && valueStart > 0) || line[at - 1] is ' ' or '|' or '【' or '[';
        return begins && (hit.Label.StandsAlone || (at == 0 && line.Length > hit.End && IsNameLabel(hit.Label)))
            ? (hit.Label, end) : InBrackets(line, at, end) ? (hit.Label, end + 1) : null;
    }

    // 【来源】县水利局: brackets make a label of any word.
    private static bool InBrackets(string line, int at, int end) => at > 0 && end < line.Length
        && ((line[at - 1] == '【' && line[end] == '】') || (line[at - 1] == '[' && line[end] == ']'));

    // 标题 and 名称 are glued to their values where a table was copied as text.
    private static bool IsNameLabel(LabelDictionary.Label label) => label.Field == "title";
}
