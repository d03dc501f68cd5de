namespace SearchEngine.Reports.Model;

/// <summary>Says in Chinese, for people, what the evidence of a field says in the short words of the JSON.</summary>
public static class EvidenceWording
{
    private static readonly (string Word, string Chinese)[] Places =
    [
        ("field block ", "信息栏"),
        ("meta ", "网页元数据"),
        ("time datetime", "时间标记"),
        ("text line", "正文上方的一行"),
        ("from url", "网址"),
        ("from file", "文件名"),
        ("from list", "列表页"),
        ("title", "浏览器标题"),
    ];

    private static readonly Dictionary<string, string> Names = new()
    {
        ["kind"] = "种类",
        ["title"] = "题名",
        ["region"] = "地区",
        ["year"] = "报告年度",
        ["published"] = "发布日期",
        ["written"] = "成文日期",
        ["issuer"] = "主体",
        ["publisher"] = "发布单位",
        ["source"] = "来源",
        ["indexNumber"] = "索引号",
        ["documentNumber"] = "发文字号",
        ["remark"] = "附注",
    };

    /// <summary>The word for a field, or the field's own name where there is none.</summary>
    public static string Field(string name) => Names.GetValueOrDefault(name, name);

    /// <summary>Where a value stands, or why a candidate lost: 信息栏“发布日期”, 网页元数据“pubdate”，票数较少.</summary>
    /// <param name="text">The words of <see cref="FieldEvidence.From"/> or <see cref="RejectedCandidate.Why"/>.</param>
    public static string Of(string text)
    {
        if (text is ['h', >= '1' and <= '6', .. var after])
            return $"{text[1]}级标题{after}";
        foreach ((string word, string chinese) in Places)
        {
            if (!text.StartsWith(word, StringComparison.Ordinal))
                continue;
            string rest = text[word.Length..];
            if (word[^1] != ' ')
                return chinese + rest;
            int end = rest.IndexOf('，', StringComparison.Ordinal);
            return end < 0 ? $"{chinese}“{rest}”" : $"{chinese}“{rest[..end]}”{rest[end..]}";
        }

        return text;
    }

    /// <summary>How sure a value is, in a word: 很有把握, 较有把握, 推测.</summary>
    /// <param name="confidence">From 0 to 1.</param>
    public static string Confidence(double confidence) => confidence switch
    {
        >= 0.9 => "很有把握",
        >= 0.75 => "较有把握",
        _ => "推测",
    };
}
