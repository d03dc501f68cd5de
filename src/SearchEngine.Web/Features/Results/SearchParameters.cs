namespace SearchEngine.Web.Features.Results;

/// <summary>The names that a search's address may hold. Others are passed over.</summary>
internal static class SearchParameters
{
    public const string Query = "q";
    public const string Exclude = "exclude";
    public const string Wide = "wide";
    public const string Mode = "mode";
    public const string Sort = "sort";
    public const string From = "from";
    public const string Page = "page";
    public const string Limit = "limit";
    public const string Explain = "explain";

    /// <summary>Fields of the form that asks for a span of years; an address says year=A..B instead.</summary>
    public const string YearFrom = "yearFrom";

    /// <inheritdoc cref="YearFrom"/>
    public const string YearTo = "yearTo";

    /// <summary>What the API's description says of each.</summary>
    public static readonly IReadOnlyList<(string Name, string Description)> Described =
    [
        (Query, "检索式；语法见 /help/syntax"),
        (FacetDimension.Region.Name, "地区代码（GB/T 2260 或内部代码），可重复；缺失 表示地区不明"),
        (FacetDimension.Year.Name, "报告年度：2024、2020..2024、2020..、..2024 或 缺失"),
        (FacetDimension.Published.Name, "发布年份，写法同 year"),
        (FacetDimension.Topic.Name, "主题代码，可重复"),
        (FacetDimension.Block.Name, "章节：成效、问题、第一责任人、计划、其他；可重复"),
        (FacetDimension.IssuerKind.Name, "主体：政府、党委政府联合、部门、管委会、乡镇街道；可重复"),
        (FacetDimension.Site.Name, "网站主机名，可重复"),
        (Exclude, "排除的分面值，形如 region:370000，可重复"),
        (Wide, "1 为宽松：再忽略顿号与括号"),
        (Mode, "literal（逐字）或 related（按字词找相近的）"),
        (Sort, "relevance、year、published、occurrences 或 region"),
        (From, "跳过的篇数，0 至 1000"),
        (Limit, "每页篇数，1 至 50"),
        (Explain, "1 为附上得分的来历"),
    ];
}
