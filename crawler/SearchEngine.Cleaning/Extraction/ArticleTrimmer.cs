using SearchEngine.Cleaning.Dates;
using SearchEngine.Cleaning.Fields;
using SearchEngine.Cleaning.Lines;
using SearchEngine.Cleaning.Titles;

namespace SearchEngine.Cleaning.Extraction;

/// <summary>Takes title, field lines, tools, credits, remarks and the signature off the ends of a located
/// body.</summary>
internal static class ArticleTrimmer
{
    // How far down the head of an article may reach: title lines, number, date, tools.
    private const int HeadLines = 20;

    // Lines of a signature: two organisations, date, and what a wrapped line makes of them.
    private const int SignatureLines = 6;

    /// <summary>The article without its furniture.</summary>
    /// <param name="outline">The page.</param>
    /// <param name="range">Its located lines.</param>
    /// <param name="title">The page's title, or null.</param>
    public static Article Trim(PageOutline outline, BodyRange range, string? title)
    {
        List<int> numbers = [.. range.Lines];
        CutAfter(outline, numbers);
        CutNextArticle(outline, numbers, TextTidy.Squash(title));
        TrimHead(outline, numbers, TextTidy.Squash(title));
        CutTools(outline, numbers);
        List<string> remarks = TrimTail(outline, numbers);
        List<string> signature = TakeSignature(outline, numbers);
        TrimTail(outline, numbers);
        string? closing = null;
        if (numbers.Count > 0 && LinePatterns.IsClosingPhrase(outline.Lines[numbers[^1]].Text))
        {
            closing = outline.Lines[numbers[^1]].Text;
            numbers.RemoveAt(numbers.Count - 1);
        }

        List<PageLine> body = RowJoiner.Join([.. numbers.Select(number => outline.Lines[number])]);
        return new Article(body, closing, signature, remarks, numbers.ToHashSet());
    }

    /// <summary>True for a line that stands between title and text and belongs to neither.</summary>
    public static bool IsHeadFurniture(PageLine line, string squashedTitle)
    {
        if (IsTitlePart(line.Text, squashedTitle))
            return true;
        return line.LinkShare > 0.7 || LinePatterns.IsBoilerplate(line.Text) || LinePatterns.IsBreadcrumb(line.Text)
            || LinePatterns.IsLetterhead(line.Text) || LinePatterns.IsIndexNumber(line.Text) || DateReader.IsWhole(line.Text)
            || DocumentNumbers.IsWhole(line.Text) || FieldBlock.IsFieldLine(line.Text);
    }

    private static bool IsTitlePart(string text, string squashedTitle)
    {
        string squashed = TextTidy.Squash(text);
        if (squashed.Length < 2 || squashedTitle.Length == 0)
            return false;
        if (squashedTitle.Contains(squashed, StringComparison.Ordinal))
            return true;
        return squashed.Contains(squashedTitle, StringComparison.Ordinal)
            && squashed.Length <= squashedTitle.Length + 12 && !GoesOn(text, squashed, squashedTitle);
    }

    // …检查防汛工作时强调: the words of the title that go on after it are the first line of the text (a kicker); after a
    // title itself only brackets follow.
    private static bool GoesOn(string text, string squashed, string squashedTitle) =>
        squashed.StartsWith(squashedTitle, StringComparison.Ordinal) && squashed.Length > squashedTitle.Length
        && TextTidy.IsHan(squashed[squashedTitle.Length]) && text[^1] is not (')' or '）' or ']' or '】');

    private static void TrimHead(PageOutline outline, List<int> numbers, string squashedTitle)
    {
        int kept = 0;
        for (int i = 0; i < numbers.Count && i < HeadLines; i++)
        {
            PageLine line = outline.Lines[numbers[i]];
            if (IsHeadFurniture(line, squashedTitle))
                kept = i + 1;
            else if (LineWeight.Of(line) > 0 || LinePatterns.IsSalutation(line.Text)
                || !IsTitlePart(line.Text, squashedTitle))
                break;
        }

        numbers.RemoveRange(0, kept);
    }

    // Below the last sentence, tools and counters begin what is the page's: a form for complaints, buttons, tags. What
    // a text may have there itself (who signed, when, files) ends the search.
    private static void CutTools(PageOutline outline, List<int> numbers)
    {
        int last = numbers.FindLastIndex(number => outline.Lines[number] is var line && LineWeight.Of(line) > 0
            && !LinePatterns.IsBoilerplate(line.Text));
        int tools = last < 0 ? -1
            : numbers.FindIndex(last + 1, number => LinePatterns.IsBoilerplate(outline.Lines[number].Text));
        if (tools > 0 && !numbers.Skip(tools).Any(number => outline.Lines[number].Text is var text
            && (Signatures.IsOrganisationLine(text) || DateReader.IsWhole(text) || LinePatterns.IsRemark(text))))
            numbers.RemoveRange(tools, numbers.Count - tools);
    }

    private static List<string> TrimTail(PageOutline outline, List<int> numbers)
    {
        List<string> remarks = [];
        while (numbers.Count > 0)
        {
            PageLine line = outline.Lines[numbers[^1]];
            if (LinePatterns.IsRemark(line.Text))
                remarks.Insert(0, line.Text);
            else if (!(line.LinkShare > 0.7 || LinePatterns.IsBoilerplate(line.Text) || LinePatterns.IsCut(line.Text)
                || LinePatterns.IsBreadcrumb(line.Text)
                    || (FieldBlock.IsFieldLine(line.Text) && !LinePatterns.EndsSentence(line.Text))))
                break;
            numbers.RemoveAt(numbers.Count - 1);
        }

        return remarks;
    }

    // A line such as 相关阅读 below the most of the text ends the article, unless a heading of level 1 follows.
    private static void CutAfter(PageOutline outline, List<int> numbers)
    {
        double above = 0, all = numbers.Sum(number => Math.Max(0, LineWeight.Of(outline.Lines[number])));
        for (int i = 0; i < numbers.Count; above += Math.Max(0, LineWeight.Of(outline.Lines[numbers[i]])), i++)
            if ((i >= numbers.Count / 2 || above > all / 2 || (above > 0 && IsAboveLinks(outline, numbers, i)))
                && LinePatterns.IsCut(outline.Lines[numbers[i]].Text)
                && !numbers.Skip(i).Any(number => LinePatterns.IsLevel1(outline.Lines[number].Text)))
            {
                numbers.RemoveRange(i, numbers.Count - i);
                return;
            }
    }

    // The last row of a table may end in an organisation and a day; they answer to the cell before them.
    private static bool IsCellOfRow(PageOutline outline, int number) =>
        number > 0 && outline.Lines[number] is { Row: >= 0 } line && outline.Lines[number - 1] is var before
            && before.Row == line.Row && before.Cell != line.Cell;

    private static bool IsAboveLinks(PageOutline outline, List<int> numbers, int at) =>
        numbers.Skip(at + 1).Take(3).Any(number => outline.Lines[number].LinkShare > 0.5);

    // A second heading of the title's rank that names a document begins another article.
    private static void CutNextArticle(PageOutline outline, List<int> numbers, string squashedTitle)
    {
        if (squashedTitle.Length == 0 || outline.Lines.Find(line => line.HeadingTag is 1 or 2
            && TextTidy.Squash(line.Text) == squashedTitle) is not { } titled)
            return;
        int next = numbers.FindIndex(number => outline.Lines[number] is var line && line.HeadingTag == titled.HeadingTag
            && !LinePatterns.IsHeading(line.Text) && TitleShape.EndsInKind(line.Text)
            && !IsTitlePart(line.Text, squashedTitle));
        if (next > 0 && numbers.Take(next).Any(number => LineWeight.IsProse(outline.Lines[number])))
            numbers.RemoveRange(next, numbers.Count - next);
    }

    private static List<string> TakeSignature(PageOutline outline, List<int> numbers)
    {
        int from = numbers.Count;
        bool telling = false, below = false;
        while (from > 0 && numbers.Count - from < SignatureLines)
        {
            string text = outline.Lines[numbers[from - 1]].Text;
            bool date = DateReader.IsWhole(text) || DateReader.IsDamaged(text);
            bool organisation = Signatures.IsOrganisationLine(text) || (below && Signatures.IsSigner(text));
            if ((!date && !organisation) || IsCellOfRow(outline, numbers[from - 1]))
                break;
            telling |= date || organisation;
            below = date;
            from--;
        }

        if (!telling || from == 0)
            return [];
        List<string> signature = [.. numbers.Skip(from).Select(number => outline.Lines[number].Text)];
        numbers.RemoveRange(from, numbers.Count - from);
        return signature;
    }
}
