using static SearchEngine.Cleaning.Tests.Habits.Notice;

namespace SearchEngine.Cleaning.Tests.Habits;

/// <summary>Pages whose layout misleads: what looks like a title, a text or a field and is none, or is one and does not
/// look like it.</summary>
internal static class LayoutPages
{
    private const string Short = "<table><tr><td>一、项目编号：YX-2024-016</td></tr><tr><td>二、项目名称：山塘加固</td></tr><tr><td><table><tr><td>供应商：云溪水利公司</td></tr><tr><td>地址：云溪县沿河路</td></tr><tr><td>金额：七十三万元</td></tr></table></td></tr><tr><td>三、评审专家：林某、何某</td></tr><tr><td>四、公告期限：自本日起一个工作日，期间可以书面提出异议，逾期不再受理。</td></tr><tr><td>五、联系方式：</td></tr><tr><td>电话：0700-7654321</td></tr></table>";

    private const string Decision = "<table border=1><tr><td>决定书编号</td><td>第十六号</td></tr><tr><td>当事人</td><td>个人姓名</td><td>——</td></tr><tr><td>主要事实</td><td>未按批准的方案蓄水；擅自抬高溢洪道。</td></tr><tr><td>决定</td><td>罚款两万元</td></tr><tr><td>作出决定的日期</td><td>二月三日</td></tr></table>";

    public static IReadOnlyList<HabitPage> All { get; } =
    [
        new("kicker that begins with the title", Page($"<h1>{Title}</h1><p>时间：2024-06-11</p><div class=nr><p align=center>{Title}强调</p>{P}</div>"))
        { Published = "2024-06-11", First = Title + "强调" },
        new("terms of a list without colons", Page($"<dl><dt>文号</dt><dd>云水发〔2024〕16号</dd><dt>公开方式</dt><dd>主动公开</dd><dt>发布日期</dt><dd>2024-06-11</dd></dl><h1>{Title}</h1><div class=nr>{P}</div>"))
        { Published = "2024-06-11", DocumentNumber = "云水发〔2024〕16号" },
        new("number in brackets under the title", Page($"<h1>{Title}</h1><p>（云水发〔2024〕16号）</p><p>时间：2024-06-11</p><div class=nr>{P}</div>"))
        { Published = "2024-06-11", DocumentNumber = "云水发〔2024〕16号" },
        new("any label in brackets", Page($"<h1>{Title}</h1><p>【时间】2024-06-11　【来源】县水利局　【编辑】小林</p><div class=nr>{P}</div>"))
        { Published = "2024-06-11", Source = "县水利局" },
        new("unknown label behind the source", Page($"<h1>{Title}</h1><p>发布时间：2024-06-11 来源：县水利局 稿件性质：原创</p><div class=nr>{P}</div>"))
        { Published = "2024-06-11", Source = "县水利局" },
        new("site's name as first heading and as the document's title", $"<!DOCTYPE html><html><head><meta charset=utf-8><title>云溪县人民政府门户网站</title></head><body><h1><a href=/>云溪县人民政府</a></h1>{Menu}<div>{Title}</div><p>[ 2024-06-11 ] 来源：县水利局 [ 打印 ]</p><div class=nr>{P}</div>{Foot}</body></html>")
        { Published = "2024-06-11", Source = "县水利局" },
        new("column's heading above the title's", $"<!DOCTYPE html><html><head><meta charset=utf-8><title>通知公告 - 云溪县水利局</title></head><body>{Menu}<h3>通知公告</h3><h3>{Title}</h3><p>发布时间：2024-06-11</p><div class=nr>{P}</div>{Foot}</body></html>")
        { Published = "2024-06-11" },
        new("box of prose above the title", Page($"<div><div><h3>启事</h3><p>本网站面向社会征集意见建议，您的意见是改进工作的动力，欢迎广大网民踊跃参与。</p></div><div><h2>{Title}</h2><p>2024-06-11 09:30:00 来源：县水利局</p><div>{P}</div></div></div>"))
        { Published = "2024-06-11", Source = "县水利局", Absent = [.. Furniture, "征集"] },
        new("red head above and copies below", Page($"<h1>{Title}</h1><p>时间：2024-06-11</p><div class=nr><p align=center>云溪县水利局文件</p><p align=center>云水发〔2024〕16号</p><p align=center>{Title}</p>{P}<p align=right>云溪县水利局</p><p align=right>2024年6月7日</p><p>抄送：县委办公室，县人大常委会办公室。</p><p>云溪县水利局办公室　2024年6月7日印发</p></div>"))
        { Published = "2024-06-11", Written = "2024-06-07", DocumentNumber = "云水发〔2024〕16号", Publisher = "云溪县水利局" },
        new("signed by a hospital", Page($"<h1>{Title}</h1><p>时间：2024-06-11</p><div class=nr>{P}<p align=right>云溪县妇幼保健院</p><p align=right>2024年6月7日</p></div>"))
        { Published = "2024-06-11", Written = "2024-06-07", Publisher = "云溪县妇幼保健院" },
        new("notice of short cells", Page($"<h2>{Title}</h2><p>2024年06月11日 来源：县水利局 【打印】</p>{Short}"))
        { Published = "2024-06-11", Source = "县水利局", First = "一、项目编号：YX-2024-016", Last = "电话：0700-7654321" },
        new("table with sentences in one row", Page($"<div>{Title}</div><p>发布时间：2024-06-11 来源：县水利局</p><div>{Decision}</div>"))
        { Published = "2024-06-11", Source = "县水利局", First = "决定书编号 第十六号", Last = "作出决定的日期 二月三日" },
        new("tools with blanks inside", Page($"<table><tr><td align=center>{Title}</td></tr><tr><td>发布时间：[2024-6-11 15:21:36]</td></tr><tr><td>{Br}</td></tr><tr><td>[ <a>打 印</a> ] [ <a>关 闭</a> ]</td></tr></table>"))
        { Published = "2024-06-11", Absent = [.. Furniture, "打 印"] },
        new("page made anew long after its publication", Page($"<h1>{Title}</h1><p>日期：2024-06-11　来源：县水利局</p><div class=nr>{P}</div>", head: "<meta name=PubDate content='2026-08-01 21:56:31'><meta name=others content='页面生成时间 2026-08-01 21:56:31'>"))
        { Published = "2024-06-11", Source = "县水利局" },
        new("date under a label of something else", Page($"<h1>{Title}</h1><table><tr><td>来信时间</td><td>2024-06-01</td><td>办结时间</td><td>2024-06-05</td></tr></table><div class=nr>{P}</div>")),
    ];
}
