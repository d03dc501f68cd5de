namespace SearchEngine.Cleaning.Tests.Habits;

/// <summary>The notice that most habit pages carry, and the furniture that stands around it.</summary>
internal static class Notice
{
    public const string Title = "关于做好汛期山塘水库巡查工作的通知";

    public const string First = "各乡镇人民政府、街道办事处：";

    public const string Second = "入汛以来，全县降雨明显偏多，部分山塘水位持续上涨，防汛形势不容乐观。为确保群众生命财产安全，现就有关事项通知如下。";

    public const string Third = "一、压实巡查责任。每座山塘明确一名巡查员，降雨期间每日巡查不少于两次，发现渗漏、塌坡等情况立即上报。";

    public const string Fourth = "二、备足抢险物资。各地要清点编织袋、水泵和照明设备，缺少的于五日内补齐，并登记造册。";

    public const string Last = "三、严肃值班纪律。实行二十四小时双人值班，擅自离岗的，依规追究责任。";

    public static readonly string[] Paragraphs = [First, Second, Third, Fourth, Last];

    public static readonly string P = string.Concat(Paragraphs.Select(line => $"<p>{line}</p>"));

    public static readonly string Br = string.Join("<br/>\n　　", Paragraphs);

    public static readonly string[] Furniture =
    [
        "首页", "打印", "分享", "扫一扫", "上一篇", "下一篇", "版权", "备案", "主办", "浏览", "责任编辑", "网站地图", "相关", "字号", "无障碍", "索引号", "发布",
        "来源", "关闭", "承办", "标识码", "适老", "繁體", "点击", "手机", "公安", "友情",
    ];

    public const string Menu = "<div class=top><a href=/>网站首页</a> <a href=/zwgk>政务公开</a> <a href=/bsfw>办事服务</a> <a href=/hdjl>互动交流</a> <a href=/wza>无障碍阅读</a> <a href=/slms>适老模式</a> <a href=/big5>繁體</a></div>";

    public const string Foot = "<div><p>主办：云溪县人民政府办公室　承办：云溪县数据中心</p><p>网站标识码：4399990001　湘ICP备00000001号　湘公网安备 43999902000001号</p><p><a href=/map>网站地图</a> | 联系电话：0700-1234567 | 版权所有：云溪县人民政府</p></div>";

    public static string Page(string middle, string? title = Title, string head = "") =>
        $"<!DOCTYPE html><html><head><meta charset=utf-8><title>{title}_云溪县人民政府网</title>{head}</head><body>{Menu}<div>当前位置：<a href=/>首页</a> &gt; <a href=/zwgk>政务公开</a> &gt; <a href=/tz>通知</a></div>{middle}{Foot}</body></html>";
}
