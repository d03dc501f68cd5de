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
            || LinePatterns.IsIndexNumber(line.Text) || DateReader.IsWhole(line.Text)
            || DocumentNumbers.IsWhole(line.Text) || FieldBlock.IsFieldLine(line.Text);
    }

    private static bool IsTitlePart(string text, string squashedTitle)
    {
        string squashed = TextTidy.Squash(text);
        return squashed.Length >= 2 && squashedTitle.Length > 0
            && (squashedTitle.Contains(squashed, StringComparison.Ordinal)
                || (squashed.Contains(squashedTitle, StringComparison.Ordinal)
                    && squashed.Length <= squashedTitle.Length + 12));
    }

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

    // A line such as 相关阅读 in the second half ends the article, unless a heading of level 1 follows.
    private static void CutAfter(PageOutline outline, List<int> numbers)
    {
        for (int i = numbers.Count / 2; i < numbers.Count; i++)
            if (LinePatterns.IsCut(outline.Lines[numbers[i]].Text)
                && !numbers.Skip(i).Any(number => LinePatterns.IsLevel1(outline.Lines[number].Text)))
            {
                numbers.RemoveRange(i, numbers.Count - i);
                return;
            }
    }

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
        bool telling = false;
        while (from > 0 && numbers.Count - from < SignatureLines)
        {
            string text = outline.Lines[numbers[from - 1]].Text;
            bool date = DateReader.IsWhole(text) || DateReader.IsDamaged(text);
            bool organisation = Signatures.IsOrganisationLine(text);
            if (!date && !organisation)
                break;
            telling |= date || organisation;
            from--;
        }

        if (!telling || from == 0)
            return [];
        List<string> signature = [.. numbers.Skip(from).Select(number => outline.Lines[number].Text)];
        numbers.RemoveRange(from, numbers.Count - from);
        return signature;
    }
}
