using SearchEngine.Reports.Model;
using static SearchEngine.Cleaning.Tests.Habits.Notice;

namespace SearchEngine.Cleaning.Tests.Habits;

/// <summary>Articles whose markup hides, breaks or wraps what a reader sees.</summary>
internal static class MarkupPages
{
    private const string Head = $"<h1>{Title}</h1><p>发布日期：2024-06-11</p>";

    private const string Hidden = "<p>登录后查看完整内容，请输入手机号码和验证码。登录后查看完整内容，请输入手机号码和验证码。</p>";

    public static IReadOnlyList<HabitPage> All { get; } =
    [
        Shaped("br soup", $"<div>　　{Br}<br><br><br></div>"),
        Shaped("pre", $"<pre>\n    {string.Join("\n    ", Paragraphs)}\n</pre>"),
        Shaped("nested tables", $"<table><tr><td><table><tr><td><table><tr><td>{P}</td></tr></table></td></tr></table></td></tr></table>"),
        Shaped("a paragraph to a cell", $"<table>{string.Concat(Paragraphs.Select(line => $"<tr><td>{line}</td></tr>"))}</table>"),
        Shaped("iframe, noscript and template", $"<iframe src=/ad>{Hidden}</iframe><noscript>{Hidden}</noscript><template>{Hidden}</template><script type=text/template>{Hidden}</script><div class=nr>{P}</div>"),
        Shaped("display none", $"<div class=nr><div style='display: none'>{Hidden}{Hidden}</div>{P}</div>"),
        Shaped("hidden attribute and aria-hidden", $"<div class=nr><div hidden>{Hidden}</div>{P}<div aria-hidden=true>{Hidden}{Hidden}</div></div>"),
        Shaped("hidden far left", $"<div class=nr><div style='position:absolute;left:-9999px'>{Hidden}</div>{P}</div>"),
        Shaped("broken nesting", $"<div class=nr><p><b>{string.Join("</p><p></b><b>", Paragraphs)}</b></p></span></td></div>"),
        Shaped("double end of the document", $"<div class=nr>{P[..P.IndexOf("<p>二、", StringComparison.Ordinal)]}</div></body></html><div class=nr2>{P[P.IndexOf("<p>二、", StringComparison.Ordinal)..]}</div>"),
        Shaped("unclosed paragraphs in capitals", $"<DIV CLASS=nr><P>{string.Join("<P>", Paragraphs)}</DIV>"),
        Shaped("spans cut inside words", $"<div class=nr>{string.Concat(Paragraphs.Select(line => "<p>" + string.Concat(line.Chunk(3).Select(part => $"<span lang=EN-US>{new string(part)}</span>")) + "</p>"))}</div>"),
        Shaped("source wrapped at 40 columns", $"<div class=nr>{string.Concat(Paragraphs.Select(line => "<p>\n   " + string.Join("\n   ", line.Chunk(20).Select(part => new string(part))) + "\n</p>"))}</div>"),
        Shaped("list of points", $"<div class=nr><p>{First}</p><p>{Second}</p><ol style='list-style:none'><li>{Third}</li><li>{Fourth}</li><li>{Last}</li></ol></div>"),
        Shaped("comments below", $"<div class=nr>{P}</div><div class=pinglun><h3>网友评论</h3><p>某网友：写得很好，希望认真落实下去，别只停留在纸面上。</p><p>另一位网友：我们村的水库也该看看了，去年就有点漏水。</p></div>"),
        Shaped("links to other articles below", $"<div class=nr>{P}</div><div class=xg><p>相关链接</p><ul><li><a href=1>云溪县防汛应急预案修订稿</a></li><li><a href=2>云溪县水库名录及责任人</a></li></ul></div>"),
        Shaped("attachments below", $"<div class=nr>{P}<p>附件：<a href=f/1.doc>1.山塘巡查记录表.doc</a></p><p><a href=f/2.xls>2.物资登记册.xls</a></p></div>"),
        Shaped("disclaimer and tools below", $"<div class=nr>{P}</div><p>声明：本网转载的文章，版权归原作者所有。</p><p>打印 | 关闭 | 收藏 | 分享到：微信 微博</p><p>扫一扫，手机端浏览</p>"),
        Shaped("base element and old counters", $"<base href=http://other.example/><div class=nr>{P}</div><p>您是第 10086 位访客</p>"),
        Shaped("reading aids of the site", $"<div class=wza><p>无障碍工具条：放大 缩小 阅读 指读</p></div><div class=nr>{P}</div>"),
        Shaped("SVG icons and empty paragraphs", $"<div class=nr><svg><text>登录后请输入验证码，才能查看完整内容。</text></svg><p>&nbsp;</p><p><br></p>{P}<p>　</p></div>"),

        new("very short notice", Page("<h1>停水公告</h1><p>发布日期：2024-06-11</p><div class=nr><p>因主管道抢修，6月12日8时至18时城北片区暂停供水，请提前储水。</p></div>", "停水公告"))
        { Title = "停水公告", Published = "2024-06-11", First = "因主管道抢修", Last = "请提前储水。" },
        new("table as body", Page($"<h1>2024年第二季度山塘检查结果公示</h1><p>发布日期：2024-06-11</p><div id=zoom><table><tr><td>序号</td><td>山塘</td><td>结果</td></tr>{string.Concat(Enumerable.Range(1, 9).Select(i => $"<tr><td>{i}</td><td>第{i}号山塘位于石桥村东侧</td><td>坝体完好，溢洪道畅通，无渗漏。</td></tr>"))}</table></div>", "2024年第二季度山塘检查结果公示"))
        { Title = "2024年第二季度山塘检查结果公示", Published = "2024-06-11", First = "序号 山塘 结果", Last = "9 第9号山塘位于石桥村东侧 坝体完好，溢洪道畅通，无渗漏。" },
        new("English article", Page("<h1>Yunxi opens its reservoir records to the public</h1><p>Updated: 2024-06-11 09:00</p><div class=nr><p>The county of Yunxi has put the records of its small reservoirs on its website, officials said on Monday.</p><p>Residents can now look up when a dam was last inspected, who was in charge, and what was found.</p><p>The records will be updated every month.</p></div>", "Yunxi opens its reservoir records to the public"))
        { Title = "Yunxi opens its reservoir records to the public", Published = "2024-06-11", First = "The county of Yunxi has put", Last = "updated every month." },
        new("two articles, the second a digest", Page($"<div class=a><h2>{Title}</h2><p>发布日期：2024-06-11</p><div class=nr>{P}</div></div><div class=b><h2>水库开放日活动公告</h2><p>本周六水库开放参观，请从东门入场。</p></div>"))
        { Published = "2024-06-11", Absent = [.. Furniture, "东门入场"] },
        new("report among columns of links", Page($"<ul>{string.Concat(Enumerable.Range(1, 40).Select(i => $"<li><a href=l{i}>第{i}号栏目信息公开目录指南</a></li>"))}</ul><h1>云溪县2023年度法治政府建设情况报告</h1><p>时间：2024-01-20</p><div class=nr>{Pages.Report}</div>", "云溪县2023年度法治政府建设情况报告"))
        { Kind = PageKind.Report, Title = "云溪县2023年度法治政府建设情况报告", Published = "2024-01-20", First = "2023年，青禾区", Last = Pages.Prose, Absent = ["栏目", "主办"] },
    ];

    private static HabitPage Shaped(string name, string body) =>
        new(name, Page(Head + body)) { Published = "2024-06-11", Absent = [.. Furniture, "验证码", "网友", "访客", "声明", "放大", "名录"] };
}
