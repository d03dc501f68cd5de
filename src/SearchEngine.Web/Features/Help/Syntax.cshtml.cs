using SearchEngine.Web.Features.Results;
using SearchEngine.Web.Features.Shared;

namespace SearchEngine.Web.Features.Help;

/// <summary>How a query is written, and the keys.</summary>
public sealed class SyntaxModel : SitePage
{
    public override string DocumentTitle => "检索语法与快捷键";

    public override string? Section => "/help/syntax";

    internal static readonly IReadOnlyList<(string Query, string Meaning)> Examples =
    [
        ("府院联动", "短语：这四个字连在一起。引号、书名号、空格、间隔号不计，逗号句号不能跨过。"),
        ("府院联动 府检联动", "两个短语都要有；空格即“与”。"),
        ("府院联动 或 府检联动", "有一个就行；也可写 OR 或 |。"),
        ("府院联动 非 计划", "有前者、没有后者；也可写 NOT，或在词前加 -。"),
        ("(复议 或 诉讼) 败诉率", "括号先算；全角半角一样。"),
        ("复议 同句 败诉率", "两者在同一句；另有 同段、同节。"),
        ("府院 ~10 联动", "相隔不超过 10 个字。"),
        ("\"府院联动\"~3", "字序不变、同在一句，中间共可隔 3 个字：也找到“府检法院联动”。"),
        ("标题:法治政府", "只在题名里找；另有 正文:、章节:、地区:、年份:、机关:、文号:、主题: 等。"),
        ("府院联动 年份:2020..", "2020 年度及以后；2020..2024 为一段，..2019 为以前。"),
        ("府院联动 -地区:370000", "不要山东省的。"),
        ("文号:市中政字〔2024〕18号", "六角、方、圆括号与有无“号”字都一样。"),
    ];

    internal static string UrlOf(string query) => new SearchState(new() { Query = query }).Url;
}
