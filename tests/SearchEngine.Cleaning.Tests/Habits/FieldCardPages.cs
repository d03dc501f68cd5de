using static SearchEngine.Cleaning.Tests.Habits.Notice;

namespace SearchEngine.Cleaning.Tests.Habits;

/// <summary>The cards of 政府信息公开 above an article, in every markup that sites give them.</summary>
internal static class FieldCardPages
{
    private const string Number = "云水发〔2024〕16号", Index = "4399990012/2024-00347";

    public static IReadOnlyList<HabitPage> All { get; } =
    [
        Carded("dl, dt and dd", "<dl><dt>索 引 号：</dt><dd>{i}</dd><dt>主题分类：</dt><dd>水利</dd><dt>发布机构：</dt><dd>云溪县水利局</dd><dt>发布日期：</dt><dd>2024-06-11</dd><dt>文　　号：</dt><dd>{n}</dd><dt>有效性：</dt><dd>有效</dd></dl>"),
        Carded("list of label spans", "<ul><li><span>索引号</span><em>{i}</em></li><li><span>发布机构</span><em>云溪县水利局</em></li><li><span>发文字号</span><em>{n}</em></li><li><span>发布日期</span><em>2024年6月11日</em></li><li><span>公开方式</span><em>主动公开</em></li></ul>"),
        Carded("grid of divs, label and value in blocks", "<div class=row><div class=label>索引号</div><div class=value>{i}</div></div><div class=row><div class=label>文号</div><div class=value>{n}</div></div><div class=row><div class=label>公开责任部门</div><div class=value>云溪县水利局</div></div><div class=row><div class=label>公开日期</div><div class=value>2024.6.11</div></div>"),
        Carded("table with row spans", "<table><tr><td rowspan=3>信息属性</td><td>索引号</td><td>{i}</td><td>公开范围</td><td>面向社会</td></tr><tr><td>发文字号</td><td>{n}</td><td>发布机构</td><td>云溪县水利局</td></tr><tr><td>发布日期</td><td>2024-06-11</td><td>废止日期</td><td></td></tr></table>"),
        Carded("table of th with empty cells", "<table><tbody><tr><th>索引号</th><td>{i}</td><th>分类</th><td>水利；通知</td></tr><tr><th>发布机构</th><td>云溪县水利局</td><th>发文日期</th><td></td></tr><tr><th>文号</th><td>{n}</td><th>关键词</th><td></td></tr><tr><th>发布时间</th><td>2024-06-11 16:20:05</td><th>名称</th><td>{t}</td></tr></tbody></table>"),
        Carded("labels with wide blanks and colons of both widths", "<p>索&nbsp;引&nbsp;号：{i}</p><p>发 文 字 号 : {n}</p><p>发　布　机　构：云溪县水利局</p><p>发 布 日 期 ： 2024/06/11 08:30</p>"),
        Carded("brackets around the labels", "<p>【索引号】{i}</p><p>【发文字号】{n}</p><p>【发布机构】云溪县水利局</p><p>【发布日期】2024-06-11</p>"),
        Carded("one line, labels glued to values", "<div>索引号：{i}文号：{n}发布机构：云溪县水利局发布日期：2024-06-11主题词：防汛</div>"),
        Carded("value in an input, labels in strong", "<div><strong>索引号：</strong>{i}</div><div><strong>文号：</strong>{n}</div><div><strong>发布单位：</strong>云溪县水利局</div><div><strong>公开时间：</strong>二〇二四年六月十一日</div>"),
        Carded("two cells a label, colon in a cell of its own", "<table><tr><td>索引号</td><td>：</td><td>{i}</td></tr><tr><td>文号</td><td>：</td><td>{n}</td></tr><tr><td>发布机构</td><td>：</td><td>云溪县水利局</td></tr><tr><td>发布日期</td><td>：</td><td>2024-06-11</td></tr></table>"),
        Carded("card below the article", null, "<table><tr><td>索引号</td><td>{i}</td></tr><tr><td>发文字号</td><td>{n}</td></tr><tr><td>发布机构</td><td>云溪县水利局</td></tr><tr><td>发布日期</td><td>2024-06-11</td></tr></table>"),

        new("no date on the page", Page($"<h1>{Title}</h1><div class=nr>{P}</div>")),
        new("date only in the today line", Page($"<div>今天是2024年6月30日 星期日</div><h1>{Title}</h1><div class=nr>{P}</div>")),
        new("date of a law in force is not the page's", Page($"<h1>{Title}</h1><p>生效日期：2024-07-01　废止日期：2029-06-30</p><div class=nr>{P}</div>")),
        new("number only cited", Page($"<h1>{Title}</h1><p>发布日期：2024-06-11</p><div class=nr>{P}<p>此前印发的《巡查办法》（云政办发〔2019〕44号）同时废止。</p></div>"))
        { Published = "2024-06-11", Last = "同时废止。" },
        new("empty number in the card", Page($"<table><tr><td>文号</td><td></td><td>发布日期</td><td>2024-06-11</td></tr><tr><td>索引号</td><td></td><td>发布机构</td><td></td></tr></table><h1>{Title}</h1><div class=nr>{P}</div>"))
        { Published = "2024-06-11" },
        new("number without brackets of its kind", Page($"<h1>{Title}</h1><p align=center>云水发[2024]16号</p><p>发布日期：2024-06-11</p><div class=nr>{P}</div>"))
        { Published = "2024-06-11", DocumentNumber = "云水发[2024]16号" },
        new("signature gives the day of writing", Page($"<h1>{Title}</h1><p>时间：2024-06-11</p><div class=nr>{P}<p align=right>云溪县水利局</p><p align=right>二〇二四年六月七日</p></div>"))
        { Published = "2024-06-11", Written = "2024-06-07", Publisher = "云溪县水利局" },
        new("signature on one line, remark and contact below", Page($"<h1>{Title}</h1><p>时间：2024-06-11</p><div class=nr>{P}<p>云溪县水利局 2024年6月7日</p><p>（此件公开发布）</p></div>"))
        { Published = "2024-06-11", Written = "2024-06-07", Publisher = "云溪县水利局" },
    ];

    private static HabitPage Carded(string name, string? above, string below = "")
    {
        string Filled(string card) => card.Replace("{i}", Index, StringComparison.Ordinal)
            .Replace("{n}", Number, StringComparison.Ordinal).Replace("{t}", Title, StringComparison.Ordinal);
        return new HabitPage("card: " + name, Page($"<div class=xxgk>{Filled(above ?? "")}</div><h1>{Title}</h1><div class=nr>{P}</div>{Filled(below)}"))
        {
            Published = "2024-06-11",
            Publisher = "云溪县水利局",
            IndexNumber = Index,
            DocumentNumber = Number,
        };
    }
}
