namespace SearchEngine.Cleaning.Tests.Grid;

/// <summary>The ways in which sites write the line of date and source, the card of fields, the paragraphs, and what
/// follows them.</summary>
internal static class GridParts
{
    public const string Source = "云溪县融媒体中心", Day = "2024-03-12", Index = "439999001/2024-00218", Keeper = "云溪县人民政府办公室";

    /// <summary>Bylines: name, markup, whether they give the date and the source.</summary>
    public static (string Name, string Html, bool Date, bool Source)[] Bylines { get; } =
    [
        ("labels", "<span>发布时间：2024-03-12 09:30</span> <span>来源：云溪县融媒体中心</span> <span>浏览次数：<em>128</em>次</span> <span>字体：【<a href='javascript:'>大</a> <a href='javascript:'>中</a> <a href='javascript:'>小</a>】</span>", true, true),
        ("date first, source label, tools", "2024-03-12 09:30:11 &nbsp; 来源：<a href=/s>云溪县融媒体中心</a> <a href='javascript:print()'>打印</a> <span>分享到：</span>", true, true),
        ("all glued", "发布日期：2024年03月12日来源：云溪县融媒体中心作者：李某点击：88次", true, true),
        ("bars", "2024年03月12日 | 来源：云溪县融媒体中心 | 责任编辑：李某 | 字号：A+ A A-", true, true),
        ("source before date", "来源：云溪县融媒体中心　　作者：陈某　　时间：2024/3/12 9:30:11　　阅读：<script>hits()</script>", true, true),
        ("two lines", "<div>信息来源：云溪县融媒体中心</div><div>信息时间：2024-03-12</div>", true, true),
        ("dede words", "<small>时间:</small>2024-03-12 09:30<small>来源:</small>云溪县融媒体中心<small>作者:</small>admin <small>点击:</small><script>c()</script>次", true, true),
        ("siteweaver words", "作者：佚名 文章来源：云溪县融媒体中心 点击数：<script src=h.asp></script> 更新时间：2024-3-12 17:30:05", true, true),
        ("brackets", "[2024-03-12] [来源：云溪县融媒体中心] [字号：大 中 小]", true, true),
        ("list", "<ul><li>日期：2024.03.12</li><li>来源：云溪县融媒体中心</li><li>浏览量：<i>77</i></li></ul>", true, true),
        ("labels in elements of their own", "<span class=lb>来源：</span><span class=vl>云溪县融媒体中心</span><span class=lb>发布日期：</span><span class=vl>2024-03-12</span><span class=lb>访问量：</span><span class=vl>9</span>", true, true),
        ("date only", "<i>2024-03-12</i>", true, false),
        ("date and time of portal, source bare", "<span>2024年03月12日 09:30</span> <span><a href=/src>云溪县融媒体中心</a></span>", true, true),
        ("稿源", "2024-03-12 09:30 稿源：云溪县融媒体中心 编辑：李某 审核：赵某", true, true),
        ("labels with blanks", "发 布 时 间：2024-03-12　来　源：云溪县融媒体中心　访 问 量：35", true, true),
        ("none", "", false, false),
        ("empty labels", "来源：&nbsp;&nbsp;作者：&nbsp;&nbsp;发布时间：2024-03-12", true, false),
        ("Chinese date", "二〇二四年三月十二日　云溪县融媒体中心", true, true),
        ("blocks", "<div class=l1>2024-03-12</div><div class=l2>来源：</div><div class=l2>云溪县融媒体中心</div><div class=l3>点击数：</div><div class=l3>12</div>", true, true),
        ("weekday and clock", "2024年03月12日 星期二 09时30分 来源：云溪县融媒体中心 【字体：大 中 小】", true, true),
        ("abbreviated month first label", "时间：2024-03-12 09:30:00 浏览：18 次 来源：云溪县融媒体中心 【打印】【关闭】", true, true),
        ("published, updated, read", "发布：2024-03-12 09:30　更新：2024-03-12 10:11　来源：云溪县融媒体中心　已有 20 人阅读", true, true),
    ];

    /// <summary>Cards of fields; {n} is the number. Those with a date give it when the byline does.</summary>
    public static (string Name, string Html)[] Cards { get; } =
    [
        ("no card", ""),
        ("four columns", "<table class=xxgk><tr><td>索 引 号：</td><td>439999001/2024-00218</td><td>主题分类：</td><td>综合政务</td></tr><tr><td>发布机构：</td><td>云溪县人民政府办公室</td><td>发文日期：</td><td></td></tr><tr><td>文　　号：</td><td>{n}</td><td>有 效 性：</td><td>有效</td></tr></table>"),
        ("two columns of th", "<table><tbody><tr><th>索引号</th><td>439999001/2024-00218</td></tr><tr><th>公开主体</th><td>云溪县人民政府办公室</td></tr><tr><th>发文字号</th><td>{n}</td></tr><tr><th>失效日期</th><td></td></tr></tbody></table>"),
        ("no card", ""),
        ("list of b and span", "<ul><li><b>索引号：</b><span>439999001/2024-00218</span></li><li><b>信息分类：</b><span>通知公告</span></li><li><b>发布机构：</b><span>云溪县人民政府办公室</span></li><li><b>文号：</b><span>{n}</span></li><li><b>公开方式：</b><span>主动公开</span></li></ul>"),
        ("paragraph of labels", "<p>索引号： 439999001/2024-00218 &nbsp; 公开目录： 通知公告 &nbsp; 文号： {n} &nbsp; 发布机构： 云溪县人民政府办公室 &nbsp; 主题词：</p>"),
    ];

    /// <summary>Metas; {t} is the title.</summary>
    public static (string Name, string Html, bool Date, bool Source)[] Metas { get; } =
    [
        ("no metas", "", false, false),
        ("standard", "<meta name=SiteName content=云溪县人民政府><meta name=SiteDomain content=www.yunxi.example><meta name=SiteIDCode content=4399990001><meta name=ColumnName content=通知公告><meta name=ColumnType content=政务公开><meta name=ArticleTitle content='{t}'><meta name=PubDate content='2024-03-12 09:30'><meta name=ContentSource content=云溪县融媒体中心><meta name=Keywords content=云溪><meta name=Description content=云溪>", true, true),
        ("capitals, empty ones", "<META NAME=\"ARTICLETITLE\" CONTENT=\"{t}\"><META NAME=\"PUBDATE\" CONTENT=\"2024-03-12\"><META NAME=\"CONTENTSOURCE\" CONTENT=\"\"><META NAME=\"AUTHOR\" CONTENT=\"\">", true, false),
        ("open graph", "<meta property='og:title' content='{t}'><meta property='article:published_time' content='2024-03-12T09:30:00+08:00'><meta name=description content='云溪县'>", true, false),
        ("site's own", "<meta name=keywords content='云溪县,政府'><meta name=description content='云溪县人民政府门户网站'><meta name=generator content=CMS>", false, false),
    ];

    /// <summary>Titles of documents around {t}.</summary>
    public static string[] DocumentTitles { get; } = ["{t}_云溪县人民政府", "{t}", "云溪县人民政府门户网站", "{t} - 通知公告 - 云溪县人民政府门户网站", "云溪县人民政府 通知公告 {t}", "{t}|云溪新闻网"];

    /// <summary>What stands below the body; no line of it belongs there.</summary>
    public static (string Name, string Html, string[] Lines)[] Ends { get; } =
    [
        ("nothing", "", []),
        ("print and close", "<div>【<a href='javascript:print()'>打印本页</a>】 【<a href='javascript:close()'>关闭窗口</a>】</div>", ["打印本页", "关闭窗口"]),
        ("neighbours", "<div>上一篇：<a href=8.html>关于公布春季学期校历的通知</a></div><div>下一篇：没有了</div>", ["关于公布春季学期校历的通知", "没有了"]),
        ("editor, code, share", "<div>责任编辑：李某</div><div>扫一扫在手机打开当前页</div><div>分享到：<a>微信</a><a>微博</a></div>", ["责任编辑：李某", "扫一扫在手机打开当前页"]),
        ("related", "<h4>相关信息</h4><ul><li><a href=r1>关于印发工作要点的通知</a></li><li><a href=r2>云溪县召开工作推进会</a></li></ul>", ["关于印发工作要点的通知"]),
        ("rights of the site", "<p>声明：凡注明来源的文章版权归原作者所有，转载请联系本网。</p>", ["版权归原作者所有"]),
        ("reading and policy", "<div><span>相关解读：</span><a href=j.html>一图读懂</a></div><div>您的浏览器版本过低，建议使用新版浏览器。</div>", ["您的浏览器版本过低"]),
        ("comments", "<div class=pl><p>我要评论</p><p>网友 山里人：说得对，支持一下。</p><p>文明上网，理性发言</p></div>", ["支持一下", "理性发言"]),
        ("vote and counter", "<div>本文已被浏览 1024 次</div><div>您觉得这篇文章有用吗？ <a>有用</a> <a>没用</a></div>", ["您觉得这篇文章有用吗"]),
        ("teasers", "<div class=more><h3>更多新闻</h3><div><a href=1.html>县图书馆添新书五千册</a><p>近日，县图书馆新采购的五千册图书上架，涵盖文学、科普、少儿等多个门类，读者可凭身份证免费借阅……<a href=1.html>[详细]</a></p></div><div><a href=2.html>城南公园改造完工</a><p>历时半年，城南公园改造完工，新增步道两公里、健身器材三十套，受到周边居民的欢迎……<a href=2.html>[详细]</a></p></div></div>", ["县图书馆新采购的五千册图书上架", "城南公园改造完工"]),
        ("about the site", "<div class=about><p>本网站由云溪县人民政府主办，未经书面授权，任何单位和个人不得转载、摘编本网内容。</p><p>建议使用1366×768以上分辨率浏览。</p></div>", ["未经书面授权", "分辨率"]),
        ("neighbours of other words", "<ul><li>上一条：<a href=p.html>县医院专家下乡义诊</a></li><li>下一条：<a href=n.html>关于清明假期安排的公告</a></li></ul><p>[返回列表] [回到顶部]</p>", ["县医院专家下乡义诊"]),
    ];

    /// <summary>The ways to mark up the lines of an article.</summary>
    public static (string Name, Func<GridArticle, string> Make)[] Bodies { get; } =
    [
        ("paragraphs", article => Each(article, line => $"<p>　　{line}</p>")),
        ("br in one block", article => Each(article, line => $"　　{line}<br>\n")),
        ("double br with nbsp", article => Each(article, line => $"&nbsp;&nbsp;&nbsp;&nbsp;{line}<br /><br />")),
        ("divs", article => Each(article, line => $"<div>&emsp;&emsp;{line}</div>")),
        ("Word", article => Each(article, line => $"<p class=MsoNormal style='mso-margin-top-alt:auto;text-indent:32.0pt;line-height:28pt'><span style='font-size:16.0pt;font-family:仿宋_GB2312;mso-hansi-font-family:宋体'>{line}<span lang=EN-US><o:p></o:p></span></span></p><p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p>")),
        ("font and p", article => Each(article, line => $"<P align=left><FONT face=宋体 size=3>　　{line}</FONT></P>\r\n")),
        ("sections of WeChat", article => Each(article, line => $"<section style='line-height:2em'><span leaf=''>{line}</span></section><section><br></section>")),
        ("unclosed p", article => Each(article, line => $"<p>{line}\n")),
        ("paragraphs in two halves", article => article.NumberInside ? Each(article, line => $"<p>{line}</p>") : "<div class=part1>" + Half(article, false) + "</div><hr><div class=part2>" + Half(article, true) + "</div>"),
        ("pictures between", article => "<p align=center><img src=1.jpg></p>" + Each(article, line => $"<p>{line}</p><p><br></p>")),
        ("spans and breaks", article => "<p>" + Each(article, line => $"<span>{line}</span><br/>") + "</p>"),
        ("bold headings, inline styles", article => Each(article, line => line.Length < 30 ? $"<p style='text-indent:2em'><strong>{line}</strong></p>" : $"<p style='text-indent:2em;text-align:justify'>{line}</p>")),
        ("pre", article => article.Lines.Any(line => line.Contains('|', StringComparison.Ordinal)) ? Each(article, line => $"<p>{line}</p>") : "<pre style='font-family:宋体'>" + string.Join("\r\n", article.Lines.Select(line => "　　" + GridArticle.Plain(line))) + "</pre>"),
        ("link left open", article => "<p><a href=/big.jpg><img src=1.jpg></p>" + Each(article, line => $"<p>{line}</p>")),
        ("empty lines and anchors", article => Each(article, line => $"<p><a name=p1></a>{line}</p><p>&nbsp;</p>")),
        ("tables of one cell", article => Each(article, line => $"<table width=100%><tr><td>{line}</td></tr></table>")),
        ("wrapped source", article => Each(article, line => "<p>\r\n\t\t" + string.Join("\r\n\t\t", line.Chunk(30).Select(part => new string(part))) + "\r\n</p>")),
    ];

    private static string Half(GridArticle article, bool second)
    {
        int half = article.Lines.Length / 2;
        return Each(article with { Lines = second ? article.Lines[half..] : article.Lines[..half] }, line => $"<p>{line}</p>");
    }

    private static string Each(GridArticle article, Func<string, string> make)
    {
        List<string> parts = [];
        bool table = false;
        foreach (string line in article.Lines)
        {
            bool row = line.Contains('|', StringComparison.Ordinal);
            if (row != table)
                parts.Add(row ? "<table border=1>" : "</table>");
            table = row;
            parts.Add(row ? "<tr>" + string.Concat(line.Split('|').Select(cell => $"<td>{cell}</td>")) + "</tr>"
                : make(GridArticle.Plain(line)));
        }

        return string.Concat(parts) + (table ? "</table>" : "");
    }
}
