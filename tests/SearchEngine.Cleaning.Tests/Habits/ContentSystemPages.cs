using static SearchEngine.Cleaning.Tests.Habits.Notice;

namespace SearchEngine.Cleaning.Tests.Habits;

/// <summary>Article pages in the habits of the content systems that government and press sites run on.</summary>
internal static class ContentSystemPages
{
    public static IReadOnlyList<HabitPage> All { get; } =
    [
        new("TRS WCM: editor div with view class, tools beside the date", Page(
            $"<div class=xl_box><h2 class=xl_tit>{Title}</h2><div class=xl_info><span>发布时间：2024-06-11 09:30</span><span>来源：云溪县水利局</span><span>浏览次数：<script>document.write(3)</script>128</span><span>字体：[<a>大</a> <a>中</a> <a>小</a>]</span></div><div class='view TRS_UEDITOR trs_paper_default trs_web'>{P}</div><div class=xgxx>【<a href=javascript:window.print()>打印</a>】【<a href=javascript:window.close()>关闭</a>】</div></div>"))
        { Published = "2024-06-11", Source = "云溪县水利局" },

        new("TRS WCM: style sheet inside the editor", Page(
            $"<div class=article><div class=title>{Title}</div><div class=source>2024年6月11日　　来源： 云溪县水利局</div><div class=TRS_Editor><style type=text/css>.TRS_Editor P{{margin-top:0}}</style><div class=Custom_UnionStyle>{P}</div></div></div>"))
        { Published = "2024-06-11", Source = "云溪县水利局" },

        new("UCAP: pages-date with small tools", Page(
            $"<div class='article oneColumn pub_border'><h1>{Title}</h1><div class=pages-date>2024-06-11 15:08<span class='font index_switchsize'>来源： 云溪县水利局</span><div class=pages_print><span>字号：<b>默认</b> <b>大</b> <b>超大</b></span>|<span>打印</span>|</div></div><div class=pages_content id=UCAP-CONTENT>{P}</div><div class=editor>责任编辑：李某</div></div>"))
        { Published = "2024-06-11", Source = "云溪县水利局" },

        new("JCMS: comments of the generator, ivs_content, meta in capitals", Page(
            $"<table id=article width=95%><tr><td align=center class=title><!--<$[标题]>begin-->{Title}<!--<$[标题]>end--></td></tr><tr><td align=center>信息来源：云溪县水利局&nbsp;&nbsp;发布日期：2024-06-11&nbsp;&nbsp;浏览次数：<script src=c.js></script></td></tr><tr><td class=bt_content><div id=zoom><!--ZJEG_RSS.content.begin-->{P}<!--ZJEG_RSS.content.end--></div></td></tr><tr><td>【打印本页】【关闭窗口】</td></tr></table>",
            head: "<META NAME=\"ColumnName\" CONTENT=\"通知\"><META NAME=\"ArticleTitle\" CONTENT=\"" + Title + "\"><META NAME=\"PubDate\" CONTENT=\"2024-06-11 09:12\">"))
        { Published = "2024-06-11", Source = "云溪县水利局" },

        new("Kemai: article box of divs, share buttons, QR code", Page(
            $"<div class=detail><div class=detail-title>{Title}</div><div class=detail-info><span>发布日期：2024年06月11日 08:30</span> <span>信息来源：云溪县水利局</span> <span>【字体：大 中 小】</span></div><div class=detail-txt>{P}</div><div class=bdsharebuttonbox><a>分享到微信</a></div><div><p>扫一扫在手机打开当前页</p><img src=q.png></div><div>上一篇：<a href=1.html>县水利局发布汛情通报</a></div><div>下一篇：<a href=2.html>县水利局召开工作例会</a></div></div>"))
        { Published = "2024-06-11", Source = "云溪县水利局" },

        new("Dreamweaver: nested tables, font tags, no classes", $"<html><head><title>{Title}</title></head><body><table width=100%><tr><td><a href=/>首 页</a>|<a href=/a>机构职能</a>|<a href=/b>政策法规</a></td></tr></table><table width=760><tr><td width=180><table><tr><td><a href=3.asp>关于开展春季植树的通知</a></td></tr><tr><td><a href=4.asp>关于调整办公时间的公告</a></td></tr></table></td><td><table><tr><td align=center><font size=5 color=red><b>{Title}</b></font></td></tr><tr><td align=center>发布时间:2024-6-11　作者:张某　点击:35次</td></tr><tr><td><font size=3>　　{Br}</font></td></tr><tr><td align=right>【<a href=javascript:window.close()>关闭</a>】</td></tr></table></td></tr></table><center>版权所有 云溪县水利局</center></body></html>")
        { Published = "2024-06-11" },

        new("Bootstrap cluster: grid, panel, meta list", Page(
            $"<div class=container><div class=row><div class='col-md-9'><div class='panel panel-default'><div class=panel-heading><h3 class=panel-title>{Title}</h3></div><div class=panel-body><ul class=list-inline><li><i class=icon-time></i>2024/06/11</li><li>稿源：云溪县水利局</li><li>阅读：91</li></ul><div class=con>{P}</div></div></div></div><div class='col-md-3'><ul><li><a href=a>最新政策文件汇编目录</a></li><li><a href=b>年度工作安排意见公示</a></li></ul></div></div></div>"))
        { Published = "2024-06-11", Source = "云溪县水利局" },

        new("WeChat: rich media with profile and tail", $"<html><head><meta charset=utf-8><title></title><meta property=og:title content='{Title}'></head><body><div id=js_article class=rich_media><h1 class=rich_media_title id=activity-name>{Title}</h1><div id=meta_content class=rich_media_meta_list><span class='rich_media_meta rich_media_meta_text'>张某</span> <span class=rich_media_meta_nickname><a id=js_name>云溪水利</a></span> <em id=publish_time class='rich_media_meta rich_media_meta_text'>2024-06-11 10:02</em></div><div class=rich_media_content id=js_content style='visibility: hidden; opacity: 0;'>{string.Concat(Paragraphs.Select(line => $"<section><span style='font-size:15px'>{line}</span></section>"))}</div><div class=rich_media_tool><p>阅读 1024</p></div><script>var ct=1718071320;</script></div></body></html>")
        { Published = "2024-06-11" },

        new("People's Daily: rm_txt columns", Page(
            $"<div class='layout rm_txt cf'><div class='col col-1 fl'><h3 class=pre></h3><h1>{Title}</h1><div class=author cf></div><div class='channel cf'><div class='col-1-1 fl'>2024年06月11日08:15 | 来源：<a href=http://paper.example>云溪日报</a></div><div class='col-1-2 fr'><span>小字号</span></div></div><div class='rm_txt_con cf'>{P}<div class='edit cf'>(责编：王某、李某)</div></div><div class=wzend>分享让更多人看到</div></div></div>"))
        { Published = "2024-06-11", Source = "云溪日报" },

        new("gov.cn of old: centred 14 px table cells", Page(
            $"<table width=960 align=center><tr><td><table width=100%><tr><td class=font16 align=center style='font-size:21px;font-weight:bold'>{Title}</td></tr><tr><td class=font12 align=center>云溪县人民政府网　　2024年06月11日　　来源：云溪县水利局</td></tr><tr><td class=p1>{P}</td></tr></table></td></tr></table>"))
        { Published = "2024-06-11", Source = "云溪县水利局" },

        new("New gov template: policy box above the article", Page(
            $"<div class=policyLibraryOverview_header><table><tr><td><b>标　　题：</b></td><td colspan=3>{Title}</td></tr><tr><td><b>发文机关：</b></td><td>云溪县水利局</td><td><b>发文字号：</b></td><td>云水发〔2024〕16号</td></tr><tr><td><b>成文日期：</b></td><td>2024年06月07日</td><td><b>发布日期：</b></td><td>2024年06月11日</td></tr></table></div><div class=policyLibraryOverview_content><h1>{Title}</h1><p align=center>云水发〔2024〕16号</p><div class=pages_content>{P}</div></div>"))
        { Published = "2024-06-11", Written = "2024-06-07", Publisher = "云溪县水利局", DocumentNumber = "云水发〔2024〕16号" },

        new("Single page application rendered on the server", Page(
            $"<div id=__nuxt><div id=__layout><main><section data-v-7b1a><h2 data-v-7b1a>{Title}</h2><div data-v-7b1a><time datetime=2024-06-11>2024-06-11</time><span>来源：云溪县水利局</span></div><div data-v-7b1a class='rich-text'>{P}</div></section></main></div></div><script>window.__NUXT__={{title:\"{Title}\"}}</script>"))
        { Published = "2024-06-11", Source = "云溪县水利局" },

        new("Visual SiteBuilder: v_news_content inside a form", Page(
            $"<form name=_newscontent_fromname><div class=ar_tit>{Title}</div><div class=ar_date>作者：办公室　时间：2024-06-11　点击数：<span id=n>77</span></div><div id=vsb_content_2><div class=v_news_content>{P}</div></div><p align=right>【<a href=javascript:window.opener=null;window.close();>关闭</a>】</p><p>上一条：<a href=8.htm>关于公布本年度巡查名单的通知</a></p></form>"))
        { Published = "2024-06-11" },

        new("Press: byline above, credits below, picture captions", Page(
            $"<h1 class=main-title>{Title}</h1><div class=date-source><span class=date>2024年06月11日 07:40</span><a class=source href=http://n.example>云溪日报</a></div><div class=article id=artibody><div class=img_wrapper><img src=1.jpg><span class=img_descr></span></div>{P}<p class=show_author>责任编辑：赵某</p></div><div class=keywords>关键词 : <a href=k1>防汛</a><a href=k2>山塘</a></div>"))
        { Published = "2024-06-11", Source = "云溪日报" },
    ];
}
