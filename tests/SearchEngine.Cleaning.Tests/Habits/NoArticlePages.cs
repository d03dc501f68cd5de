using SearchEngine.Reports.Model;
using static SearchEngine.Cleaning.Tests.Habits.Notice;

namespace SearchEngine.Cleaning.Tests.Habits;

/// <summary>Pages that have no article, whatever their status code says.</summary>
internal static class NoArticlePages
{
    private static readonly string Items = string.Concat(Enumerable.Range(1, 15)
        .Select(i => $"<li><a href=/c1/202405/t{i}.html>关于做好第{i}批山塘巡查工作的通知</a><span>2024-05-{i + 10}</span></li>"));

    public static IReadOnlyList<HabitPage> All { get; } =
    [
        new("column of links", Page($"<h2>通知公告</h2><ul>{Items}</ul><p>共 12 页 <a href=2>下一页</a> <a href=12>尾页</a></p>", "通知公告")) { Kind = PageKind.List },
        new("column with digests", Page(string.Concat(Enumerable.Range(1, 12).Select(i => $"<div class=item><h3><a href=a{i}.html>第{i}场防汛演练在石桥村举行</a></h3><p>演练模拟水位超过警戒线的情形，村民有序转移……<a href=a{i}.html>[详细]</a></p><span>2024-05-{i + 10}</span></div>")), "工作动态")) { Kind = PageKind.List },
        new("column in a table", Page($"<table>{string.Concat(Enumerable.Range(1, 15).Select(i => $"<tr><td>{i}</td><td><a href=p{i}.html>云溪县第{i}号规范性文件目录</a></td><td>云政发〔2024〕{i}号</td><td>2024-05-{i + 10}</td></tr>"))}</table>", "文件目录")) { Kind = PageKind.List },
        new("search results", Page($"<form><input name=q value=山塘><button>搜索</button></form><p>为您找到相关结果约 128 条</p>{string.Concat(Enumerable.Range(1, 10).Select(i => $"<div class=result><a href=r{i}.html>关于第{i}次<em>山塘</em>巡查情况的通报</a><p>各地对辖区<em>山塘</em>开展了第{i}次巡查，排查隐患若干处，现将有关情况予以通报……</p><span>来源：县水利局 时间：2024-05-{i + 10}</span></div>"))}", "搜索结果")) { Kind = PageKind.List },
        new("login", Page("<form><p>用户登录</p><label>用户名</label><input name=u><label>密码</label><input type=password name=p><button>登录</button><a href=/reg>立即注册</a> <a href=/forgot>忘记密码？</a></form>", "用户登录")) { Kind = PageKind.Empty },
        new("not found served as found", "<html><head><title>404</title></head><body><h1>404</h1><p>抱歉，您访问的页面不存在或已被删除。</p><p><a href=/>返回首页</a></p></body></html>") { Kind = PageKind.Empty },
        new("not found inside the site's frame", Page("<div class=err><h2>页面找不到了</h2><p>很抱歉，您要访问的页面不存在，可能已被删除、更名或暂时不可用。</p><p>请检查网址是否正确，或<a href=/>返回首页</a>。</p></div>", "页面不存在")) { Kind = PageKind.Empty },
        new("server error served as found", "<html><head><title>系统提示</title></head><body><p>系统繁忙，请稍后再试。错误代码：500</p></body></html>") { Kind = PageKind.Empty },
        new("redirect notice", "<html><head><title>跳转</title><meta http-equiv=refresh content='0;url=/index.html'></head><body><p>页面正在跳转，请稍候……</p></body></html>") { Kind = PageKind.Empty },
        new("site map", Page($"<h2>网站地图</h2>{string.Concat(Enumerable.Range(1, 30).Select(i => $"<a href=m{i}>公开目录栏目{i}</a> "))}", "网站地图")) { Kind = PageKind.List },
        new("home page of blocks", Page(string.Concat(Enumerable.Range(1, 5).Select(b => $"<div class=block><h3><a href=b{b}>第{b}板块</a></h3><ul>{Items}</ul></div>")), "云溪县人民政府门户网站")) { Kind = PageKind.List },
        new("pictures only, no file", Page("<h1>防汛知识图解</h1><div id=zoom><p><img src=1.jpg><img src=2.jpg></p></div>", "防汛知识图解")) { Kind = PageKind.Empty },
        new("file only", Page($"<h1>{Title}</h1><div id=zoom><p>附件：<a href=/f/16.pdf>{Title}.pdf</a></p></div>")) { Kind = PageKind.Attachment },
        new("file in a frame of its reader", Page($"<h1>{Title}</h1><div id=zoom><p>详见附件：</p><iframe src='/pdfjs/viewer.html?file=/f/16.pdf'></iframe><p><a href=/f/16.pdf>点击下载</a></p></div>")) { Kind = PageKind.Attachment },
    ];
}
