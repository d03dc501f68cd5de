using static SearchEngine.Cleaning.Tests.Habits.Notice;

namespace SearchEngine.Cleaning.Tests.Habits;

/// <summary>Date and source lines of press and portal sites, and what they put below an article.</summary>
internal static class PressPages
{
    public static IReadOnlyList<HabitPage> All { get; } =
    [
        Pressed("agency: year, day and time in parts", "<div class=h-info><span class=year>2024</span> <span class=day>06/11</span> <span class=time>08:30:11</span> 来源： 云溪新闻网</div>"),
        Pressed("agency: reader's comments beside the source", "<div class=left-t>2024年06月11日 08:30　来源：<a href=x>云溪新闻网</a> 参与互动</div>"),
        Pressed("portal: source without label", "<div class=info><span>2024年06月11日08:30</span> <a href=y>云溪新闻网</a></div>", "云溪新闻网"),
        Pressed("portal: microblog and participants", "<p class=meta>2024年06月11日 08:30　<span>云溪新闻网</span> <a href=w>微博</a> 我有话说(12人参与) 收藏本文</p>"),
        Pressed("broadcaster: forum between time and source", "<div>发布时间:2024年06月11日 08:30 | 进入论坛 | 来源：云溪新闻网</div>"),
        Pressed("weekly: time in hours and minutes", "<div>2024年06月11日 08时30分　来源：云溪新闻网</div>"),
        Pressed("blog network: update and hits", "<p>作者：佚名　来源：云溪新闻网　点击：123　更新：2024-6-11</p>"),
        Pressed("forum: posted by", "<p>张某 发表于 2024-6-11 08:30</p>", null),
        Pressed("portal: source above, date below the title", "<p>来源：云溪新闻网</p><p>2024-06-11 08:30:00</p>"),
        Pressed("paper: edition and author", "<p>2024年06月11日 星期二 第03版：要闻</p><p>来源：云溪新闻网　本报记者 张某</p>"),
        Pressed("site with dot dates", "<p>2024.06.11　|　来源：云溪新闻网　|　责编：李某</p>"),
        Pressed("site with tools of letters", "<p>2024-06-11 08:30 来源：云溪新闻网 A+ A-</p>"),
        Pressed("date in meta only", "<p>来源：云溪新闻网</p>", head: "<meta property=article:published_time content=2024-06-11T08:30:11+08:00>"),
        Pressed("date in a time element only", "<time datetime=2024-06-11T08:30:11+08:00>6月11日</time><p>来源：云溪新闻网</p>"),
        Pressed("source at the end of the text", "<p>2024-06-11</p>", below: "<p>（来源：云溪新闻网）</p>"),
        Pressed("rights and recommendations", "<p>2024-06-11 来源：云溪新闻网</p>", below: "<p>凡本网注明“来源”的作品，均转载自其它媒体。</p><h3>大家都在看</h3><ul><li><a href=1>高温天气如何科学饮水</a></li><li><a href=2>夏季游泳安全提示来了</a></li></ul>"),
        Pressed("editor and reader aids", "<p>2024-06-11 来源：云溪新闻网</p>", below: "<p>[ 责任编辑：王某 ]</p><p>长按识别二维码，关注我们</p><p>点赞 12</p>"),
    ];

    private static HabitPage Pressed(
        string name, string byline, string? source = "云溪新闻网", string below = "", string head = "") =>
        new("press: " + name, Page($"<div class=main><h1>{Title}</h1>{byline}<div class=wz>{P}{below}</div></div>", head: head))
        {
            Published = "2024-06-11",
            Source = source,
        };
}
