using SearchEngine.Index.Query;
using SearchEngine.Reports.Model;
using SearchEngine.Search.Schema;

namespace SearchEngine.Search.Language;

/// <summary>Turns a field and its raw value into a condition on doc values. Notes what it cannot read.</summary>
internal sealed class ConditionReader(QueryVocabulary vocabulary, SearchLimits limits, QueryErrors errors)
{
    private static readonly string[] MissingWords = ["缺失", "不明", "无"];

    /// <summary>The condition, or null when no value of it can be read.</summary>
    public FieldCondition? Read(QueryToken token)
    {
        FieldCondition? whole = null;
        foreach (string value in Values(token))
        {
            FieldCondition? one = MissingWords.Contains(value) && FieldOf(token.Field) is { } field
                ? new FieldCondition(token.Field, [new MissingFilter(field)], ["缺失"])
                : ReadValue(token, value);
            if (one is not null)
                whole = whole is null ? one : whole.Or(one);
        }

        return whole;
    }

    /// <summary>The blocks that a condition on 章节 names.</summary>
    public IReadOnlyList<BlockRole> ReadBlocks(QueryToken token)
    {
        List<BlockRole> roles = [];
        foreach (string value in Values(token))
        {
            if (Labels.RoleOf(value) is { } role)
                roles.Add(role);
            else
                Reject(token, $"没有“{value}”这种章节：章节是 {string.Join('、', Enum.GetValues<BlockRole>().Select(Labels.Of))}");
        }

        return roles;
    }

    private FieldCondition? ReadValue(QueryToken token, string value) => token.Field switch
    {
        QueryField.Region => ReadRegion(token, value),
        QueryField.Level => ReadLevel(token, value),
        QueryField.Year => ReadYears(token, value),
        QueryField.Published => ReadDates(token, value),
        QueryField.Issuer => Containing(token, ReportSchema.Issuer, value),
        QueryField.DocumentNumber => ReadNumber(token, ReportSchema.DocumentNumber, value),
        QueryField.CitedNumber => ReadNumber(token, ReportSchema.CitedNumber, value),
        QueryField.IndexNumber => Containing(token, ReportSchema.IndexNumber, DocumentNumber.Normalise(value)),
        QueryField.Topic => ReadTopic(token, value),
        QueryField.Source => ReadSource(token, value),
        _ => Reject(token, "起的“指标”还没有收录数据，不能用来筛选：请改用短语检索指标的原文"),
    };

    private FieldCondition? ReadRegion(QueryToken token, string value)
    {
        IReadOnlyList<string> keys = vocabulary.Places(value);
        if (keys.Count == 0)
            return Reject(token, $"起的地区“{value}”没有查到：应是全名（山东省、济南市市中区）或代码（370000）");
        string[] names = [.. keys.Select(vocabulary.NameOf).Distinct()];
        string words = keys.Count > 1 && names.Length == 1 ? $"{names[0]}（{keys.Count} 处同名）" : string.Join('、', names);
        return new FieldCondition(token.Field, [new AnyOfFilter(ReportSchema.Region, keys)], [words]);
    }

    private FieldCondition? ReadLevel(QueryToken token, string value) =>
        ReportLevel.Find(value) is { } level
            ? new FieldCondition(token.Field, [new AnyOfFilter(ReportSchema.Level, [level])], [level])
            : Reject(token, $"起的层级“{value}”没有查到：层级是 {string.Join('、', ReportLevel.All)}");

    private FieldCondition? ReadYears(QueryToken token, string value)
    {
        (string first, string last) = DateRange.Split(value, dashes: true, out bool mended);
        int? from = DateRange.Year(first);
        int? to = DateRange.Year(last);
        if ((from is null && first.Length > 0) || (to is null && last.Length > 0) || (from is null && to is null))
            return Reject(token, $"起的年份“{value}”读不出来：应写作 2024、2020..2024 或 2020..");
        NoteMended(token, mended, value, from, to);
        if (from > to)
            (from, to) = Swapped(token, to, from);
        Filter filter = from == to
            ? new AnyOfFilter(ReportSchema.Year, [Invariant(from!.Value)])
            : new RangeFilter(ReportSchema.Year, from, to);
        return new FieldCondition(token.Field, [filter], [RangeWords.Of(from, to)]);
    }

    private FieldCondition? ReadDates(QueryToken token, string value)
    {
        (string first, string last) = DateRange.Split(value, dashes: false, out bool mended);
        (long First, long Last)? from = DateRange.Days(first);
        (long First, long Last)? to = DateRange.Days(last);
        if ((from is null && first.Length > 0) || (to is null && last.Length > 0) || (from is null && to is null))
            return Reject(token, $"起的发布日期“{value}”读不出来：应写作 2025-02-28、2025-02、2025 或 2025-01..2025-03");
        NoteMended(token, mended, value, from?.First, to?.Last);
        if (from?.First > to?.Last)
        {
            (from, to) = Swapped(token, to, from);
            (first, last) = (last, first);
        }

        return new FieldCondition(
            token.Field,
            [new RangeFilter(ReportSchema.Published, from?.First, to?.Last)],
            [RangeWords.Of(first, last)]);
    }

    private FieldCondition? ReadTopic(QueryToken token, string value)
    {
        var topics = vocabulary.Topics(value);
        return topics.Count == 0
            ? Reject(token, $"起的主题“{value}”没有查到：应是编号（T19）或名称")
            : new FieldCondition(
                token.Field,
                [new AnyOfFilter(ReportSchema.Topic, [.. topics.Select(topic => topic.Id)])],
                [string.Join('、', topics.Select(topic => topic.Name))]);
    }

    private FieldCondition ReadNumber(QueryToken token, string field, string value) =>
        DocumentNumber.TryRead(value, out DocumentNumber number)
            ? new FieldCondition(token.Field, [new AnyOfFilter(field, [number.Canonical])], [number.Canonical])
            : Containing(token, field, DocumentNumber.Normalise(value));

    private FieldCondition ReadSource(QueryToken token, string value)
    {
        string host = value.ToLowerInvariant();
        return new FieldCondition(
            token.Field,
            [
                new AnyOfFilter(ReportSchema.Site, Held(ReportSchema.Site, host)),
                new AnyOfFilter(ReportSchema.Source, Held(ReportSchema.Source, value)),
            ],
            [value]);
    }

    private FieldCondition Containing(QueryToken token, string field, string value) =>
        new(token.Field, [new AnyOfFilter(field, Held(field, value))], [value]);

    /// <summary>
    /// The held values that contain a text; the text itself when none does, so that the condition finds nothing.
    /// </summary>
    private IReadOnlyList<string> Held(string field, string value) =>
        vocabulary.HeldContaining(field, value) is { Count: > 0 } held ? held : [value];

    private List<string> Values(QueryToken token)
    {
        string raw = token.Text.Trim();
        bool bracketed = raw.Length > 1 && QuerySyntax.Fold(raw[0]) == '(';
        List<string> values = [];
        if (bracketed)
            raw = QuerySyntax.Fold(raw[^1]) == ')' ? raw[1..^1] : raw[1..];
        char[] separators = bracketed ? ['、', ',', '，', '|', ' ', '　'] : ['、', ',', '，'];
        foreach (string part in raw.Split(separators, StringSplitOptions.RemoveEmptyEntries))
        {
            string value = QuerySyntax.Fold(part).Trim(' ', '"', '“', '”', '「', '」', '『', '』');
            if (value.Length > 0 && !(bracketed && QuerySyntax.Operator(value) is QueryTokenKind.Or))
                values.Add(value);
        }

        string name = FieldNames.Of(token.Field);
        int most = limits.FieldValues;
        if (values.Count == 0)
            Reject(token, $"起的“{name}”后面缺少内容：冒号后应有值");
        if (values.Count > most)
            errors.Add(token.At, $"起的“{name}”值太多：最多 {most} 个，已只取前 {most} 个。");
        return values.Count > most ? values[..most] : values;
    }

    private FieldCondition? Reject(QueryToken token, string what)
    {
        errors.Add(token.Field == QueryField.Block ? token.ValueAt : token.At, $"{what}；这个条件未用。");
        return null;
    }

    private void NoteMended<T>(QueryToken token, bool mended, string value, T? from, T? to)
        where T : struct
    {
        if (mended)
            errors.Add(token.ValueAt, $"起的区间“{value}”写法有误：两端之间应是两个点（..），已按 {RangeWords.Of(from, to)} 理解。");
    }

    private (T First, T Second) Swapped<T>(QueryToken token, T first, T second)
    {
        errors.Add(token.ValueAt, "起的区间前后颠倒：小的应在前，已对调。");
        return (first, second);
    }

    private static string Invariant(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string? FieldOf(QueryField field) => field switch
    {
        QueryField.Region => ReportSchema.Region,
        QueryField.Level => ReportSchema.Level,
        QueryField.Year => ReportSchema.Year,
        QueryField.Published => ReportSchema.Published,
        QueryField.Issuer => ReportSchema.Issuer,
        QueryField.DocumentNumber => ReportSchema.DocumentNumber,
        QueryField.CitedNumber => ReportSchema.CitedNumber,
        QueryField.IndexNumber => ReportSchema.IndexNumber,
        QueryField.Topic => ReportSchema.Topic,
        QueryField.Source => ReportSchema.Site,
        _ => null,
    };
}
