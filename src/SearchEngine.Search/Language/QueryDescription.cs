using System.Text;
using SearchEngine.Index.Indexing;
using SearchEngine.Index.Query;
using SearchEngine.Reports.Model;
using SearchEngine.Search.Requests;

namespace SearchEngine.Search.Language;

/// <summary>Says in one line of Chinese how a request was read.</summary>
public static class QueryDescription
{
    private const string Unread = "没有可检索的内容";

    /// <summary>The line, e.g. 标题、正文中的短语「府院联动」，忽略引号、书名号、空格、间隔号；全部章节.</summary>
    public static string Of(ParsedQuery parsed, SearchRequest request, QueryVocabulary vocabulary)
    {
        if (parsed.IsUnreadable)
            return Unread;
        StringBuilder line = new();
        if (parsed.Expression is not { } expression)
            line.Append("全部报告");
        else if (request.RelatedMode)
            line.Append(Related(expression));
        else
        {
            line.Append(Searched(expression));
            line.Append("，忽略引号、书名号、空格、间隔号").Append(request.Wide ? "、顿号、圆括号" : "");
            line.Append('；').Append(Blocks(parsed, request));
        }

        foreach (string condition in Conditions(parsed).Concat(RequestDescription.Of(request, vocabulary)))
            line.Append('；').Append(condition);
        return line.ToString();
    }

    private static string Related(QueryExpression expression) =>
        $"与{string.Concat(QueryTexts.Positive(expression).Select(Quoted))}词语相近的报告";

    private static string Searched(QueryExpression expression) => expression switch
    {
        PhraseExpression phrase => $"{ZoneOf(phrase.Zone)}中的{Noun(phrase)}",
        WildcardExpression wildcard => $"{ZoneOf(wildcard.Zone)}中的通配词{Quoted(wildcard.Pattern)}",
        NotExpression not => $"标题、正文不含{Words(not.Part, nested: true)}的报告",
        _ => $"标题、正文中的{Words(expression, nested: false)}",
    };

    private static string ZoneOf(Zone? zone) => zone switch
    {
        Zone.Title => "标题",
        Zone.Body => "正文",
        _ => "标题、正文",
    };

    private static string Noun(PhraseExpression phrase) => NumberOf(phrase) is { } number
        ? $"文号「{number.Canonical}」（各种写法）"
        : $"短语{Words(phrase)}";

    private static string Words(PhraseExpression phrase) =>
        Quoted(phrase.Text) + (phrase.Slop > 0 ? $"（同句，字序不变，中间共可隔 {phrase.Slop} 字）" : "");

    private static DocumentNumber? NumberOf(PhraseExpression phrase) =>
        phrase.Slop == 0 && DocumentNumber.TryRead(phrase.Text, out DocumentNumber number) ? number : null;

    private static string Words(QueryExpression expression, bool nested) => expression switch
    {
        PhraseExpression phrase => In(phrase.Zone)
            + (NumberOf(phrase) is { } number ? $"文号「{number.Canonical}」" : Words(phrase)),
        WildcardExpression wildcard => $"{In(wildcard.Zone)}通配词{Quoted(wildcard.Pattern)}",
        NotExpression not => $"不含{Words(not.Part, nested: true)}",
        AnyOfExpression any => Nested(nested, Joined('或', any.Parts)),
        AllOfExpression all => Nested(nested, All(all)),
        NearExpression near => Near(near),
        ConditionExpression condition => OfCondition(condition.Condition),
        _ => throw new ArgumentException($"{expression.GetType().Name} has no words.", nameof(expression)),
    };

    private static string All(AllOfExpression all)
    {
        string wanted = Joined('与', all.Parts.Where(part => part is not NotExpression));
        string unwanted = Joined('、', all.Parts.OfType<NotExpression>().Select(not => not.Part));
        return unwanted.Length == 0 ? wanted
            : wanted.Length == 0 ? $"不含{unwanted}"
            : $"{wanted}，不含{unwanted}";
    }

    private static string Joined(char word, IEnumerable<QueryExpression> parts) =>
        string.Join(word, parts.Select(part => Words(part, nested: true)));

    private static string Near(NearExpression near)
    {
        string scope = near.Nearness.Scope switch
        {
            NearScope.Sentence => "同句",
            NearScope.Paragraph => "同段",
            NearScope.Section => "同节",
            _ => $"相隔不超过 {near.Nearness.Distance} 字",
        };
        string order = near.Nearness.Ordered ? "，按先后" : "";
        return $"{Words(near.Left, nested: true)}与{Words(near.Right, nested: true)}（{scope}{order}）";
    }

    private static string Nested(bool nested, string words) => nested ? $"（{words}）" : words;

    private static string In(Zone? zone) => zone is null ? "" : $"{ZoneOf(zone)}里的";

    private static string Quoted(string text) => $"「{text.Trim(' ', '"', '＂', '“', '”', '「', '」', '『', '』')}」";

    private static string Blocks(ParsedQuery parsed, SearchRequest request)
    {
        IReadOnlyList<BlockRole>? roles = BlockChoice.Of(parsed, request);
        return roles is null ? "全部章节"
            : roles.Count == 0 ? "没有这种章节"
            : $"章节 {string.Join('、', roles.Select(Labels.Of))}";
    }

    private static IEnumerable<string> Conditions(ParsedQuery parsed) =>
        parsed.Conditions.Select(OfCondition)
            .Concat(parsed.Exclusions.Select(condition => $"不含{OfCondition(condition)}"));

    private static string OfCondition(FieldCondition condition) =>
        $"{FieldNames.Of(condition.Field)} {string.Join('、', condition.Words)}";
}
