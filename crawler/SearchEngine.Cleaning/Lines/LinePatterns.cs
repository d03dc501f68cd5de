using System.Text.RegularExpressions;

namespace SearchEngine.Cleaning.Lines;

/// <summary>The shapes of lines that Chinese pages share. All run on half-width text and in linear or bounded
/// time.</summary>
internal static partial class LinePatterns
{
    private const RegexOptions Invariant = RegexOptions.CultureInvariant;

    private const int MaxBareNumbered = 30;

    // No pattern here backtracks over more than one line; the timeout is for lines nobody foresaw.
    private const int Milliseconds = 1000;

    /// <summary>一、 and the like: a heading of level 1.</summary>
    public static bool IsLevel1(string line) => Level1().IsMatch(line);

    /// <summary>（一） and the like, also with its opening bracket and number lost.</summary>
    public static bool IsLevel2(string line) => Level2().IsMatch(line) || IsLostLevel2(line);

    /// <summary>A line that starts with the closing bracket of a lost (一.</summary>
    public static bool IsLostLevel2(string line) => line.Length > 2 && line[0] is ')' or '）' && line.Length > 1
        && TextTidy.IsHan(line[1]);

    /// <summary>1. and the like: a heading of level 3. Decimals (7.3) are none.</summary>
    public static bool IsLevel3(string line) => Level3().IsMatch(line);

    public static bool IsHeading(string line) => IsLevel1(line) || IsLevel2(line) || IsLevel3(line);

    /// <summary>True when a line ends like a sentence or a clause that goes on below.</summary>
    public static bool EndsSentence(string line)
    {
        int last = line.Length - 1;
        while (last > 0 && line[last] is '”' or '’' or '"' or '）' or ')' or '》' or '」' or '】')
            last--;
        return line[last] is '。' or '！' or '？' or '!' or '?' or '；' or ';' or '…' || line[^1] is ':' or '：';
    }

    /// <summary>第一章, 第二条, 1.1, （3） and ①: what parts a text beside the ladder of headings.</summary>
    public static bool IsSection(string line) => Section().IsMatch(line);

    /// <summary>1 总则: a heading with a bare number. A row of a table begins so too; it says nothing on its own.</summary>
    public static bool IsBareNumbered(string line) => line.Length <= MaxBareNumbered && BareNumbered().IsMatch(line);

    /// <summary>各省人民政府： and the like, the addressee above a letter's text. It has one colon; a line of labels whose
    /// last one is empty has more.</summary>
    public static bool IsSalutation(string line) => line.Length is >= 3 and <= 200 && line[^1] is ':' or '：'
        && line.AsSpan(0, line.Length - 1).IndexOfAny(':', '：') < 0 && !Label().IsMatch(line);

    /// <summary>Tools, counters, credits and notices that stand around an article and never in it.</summary>
    public static bool IsBoilerplate(string line) => line.Length <= 160
        && Boilerplate().IsMatch(TextTidy.HalfWidth(line));

    /// <summary>A line after which nothing belongs to the article.</summary>
    public static bool IsCut(string line) => line.Length <= 60 && Cut().IsMatch(TextTidy.HalfWidth(line));

    /// <summary>…[详细]: a digest that leads to an article elsewhere.</summary>
    public static bool IsTeaser(string line) => Teaser().IsMatch(line);

    /// <summary>Where-am-I lines: 首页 &gt; 政务公开 &gt; ….</summary>
    public static bool IsBreadcrumb(string line) => line.Length <= 160
        && Breadcrumb().IsMatch(TextTidy.HalfWidth(line));

    /// <summary>特此报告。 and its like.</summary>
    public static bool IsClosingPhrase(string line) => line.Length <= 30
        && ClosingPhrase().IsMatch(TextTidy.HalfWidth(line));

    /// <summary>（此件公开发布）, 抄送：… and other remarks of the publisher under the text.</summary>
    public static bool IsRemark(string line) => (line.Length <= 40 && Remark().IsMatch(TextTidy.HalfWidth(line)))
        || (line.Length <= 200 && Copies().IsMatch(TextTidy.HalfWidth(line)));

    /// <summary>云溪县人民政府文件: the red head of a document's first sheet.</summary>
    public static bool IsLetterhead(string line) => line.EndsWith("文件", StringComparison.Ordinal)
        && IsOrganisation(line[..^2].TrimEnd());

    /// <summary>One or more organisations and nothing else.</summary>
    public static bool IsOrganisation(string line) => line.Length is >= 2 and <= 60
        && Organisation().IsMatch(TextTidy.HalfWidth(line));

    /// <summary>A whole index number such as 3701030006/2025-6637169.</summary>
    public static bool IsIndexNumber(string line) => line.Length <= 48
        && IndexNumber().IsMatch(TextTidy.HalfWidth(line));

    [GeneratedRegex(@"^[一二三四五六七八九十百零〇]{1,4}\s*[、．.]", Invariant, Milliseconds)]
    private static partial Regex Level1();

    [GeneratedRegex(@"^[(（]\s*[一二三四五六七八九十百零〇]{1,4}\s*[)）]", Invariant, Milliseconds)]
    private static partial Regex Level2();

    [GeneratedRegex(@"^[0-9０-９]{1,3}\s*(?:[.．](?![0-9０-９])|、)\s*\S", Invariant, Milliseconds)]
    private static partial Regex Level3();

    [GeneratedRegex(@"(?:…|\.{3}|[\[【(（<])\s*(?:详细|详情|查看(?:全文|详情|更多)|阅读(?:全文|更多)|全文|更多|更多详情|MORE)\s*[\]】)）>》»]*$", Invariant | RegexOptions.IgnoreCase, Milliseconds)]
    private static partial Regex Teaser();

    [GeneratedRegex(@"^(?:第\s?[一二三四五六七八九十百零〇0-9]{1,5}\s?(?:[章节编条款]|部分)|[0-9]{1,2}(?:\.[0-9]{1,2}){1,3}\.?\s*[一-龥]|[(（][0-9]{1,2}[)）]|[①-⑳])", Invariant, Milliseconds)]
    private static partial Regex Section();

    [GeneratedRegex(@"^[0-9]{1,2}\s+[一-龥]", Invariant, Milliseconds)]
    private static partial Regex BareNumbered();

    [GeneratedRegex(@"^(?:来源|时间|日期|作者|编辑|责任编辑|发布时间|发布日期|字号|附件)\s*[:：]", Invariant, Milliseconds)]
    private static partial Regex Label();

    [GeneratedRegex(
        @"^[\s\[【(<>|·•■*\-_=]*$"
        + @"|^[\[【(]?\s*(?:字号|字体(?:大小)?|打\s?印(?:整页|内容|本页|此页|文章|页面)?|关\s?闭(?:窗口|本页|此页)?|分享(?:到|至)?|收藏|返回(?:首页|顶部|列表|上一页)?|保存为.{0,8}|纠错|我要纠错|无障碍(?:阅读|浏览)?|关怀版|长者(?:版|模式|专区)|适老(?:化|模式)?|大字版|语音播报|听全文|智能问答|简体(?:版|中文)?|繁[体體](?:版|中文)?|English|设为首页|加入收藏|大|中|小|首页|顶部|登录|注册|订阅|下载|点赞|投诉|举报)\s*[\]】)]?\s*(?:$|[:：|\s])"
        + @"|^[\[(]?\s*(?:责任编辑|责编|编辑|审核|审核人|校对|供稿|供稿人|录入|发布人|初审|复审|终审|信息员|摄影|撰稿|通讯员|本文来源|文章来源|稿件来源|信息来源|来源|原标题|浏览次数|阅读次数|点击(?:数|量|率|次数)?|访问量|访问次数|浏览量|阅读数?|信息发布总数|更新时间|发布时间|发布日期|作者|记者|出品|执笔|Tag|Tags|标签|关键词|关键字)\s*[:：\|︱(]"
        + @"|^(?:扫一扫|扫码|扫描|用?微信扫|手机扫|二维码|分享到|分享至|转发此文|上一[篇条]|下一[篇条]|相关(?:链接|阅读|新闻|文章|报道|文件|信息|附件|解读|内容|推荐)|延伸阅读|推荐阅读|热门(?:推荐|文章|新闻|搜索|标签)|编辑推荐|友情链接|网友评论|最新评论|发表评论|我来说两句|查看评论|跟贴|返回顶部|回到顶部|点击查看|点击下载|今天是|热点查询|(?:热门|大家都在)搜|您?(?:当前|现在|所在)的?位置|您的位置|站内搜索|网站地图|站点地图|网站导航|联系我们|关于我们|信息发布总数|(?:总)?(?:点击|访问|浏览)[量数]|您是(?:本站)?第|本(?:页|文|站)已?被?(?:访问|浏览|阅读)|本页面?(?:最后)?更新|手机(?:看|阅读|浏览)|移动端|(?:长按|识别).{0,8}二维码|关注.{0,8}(?:微信|公众号)|(?:凡|如)(?:本[网站]|需)[^。]{0,12}(?:注明|转载)|转载请注明|(?:我要|发表|网友|全部|最新|相关)评论|网友留言|网友\s?[^:：\s]{1,12}\s*[:：]|文明上网|登录后.{0,6}评论|您的浏览器|您觉得.{0,10}(?:有用|有帮助|满意)|没有了$)"
        + @"|版权所有|Copyright|ICP备|公网安备|网站标识码|网站支持IPv6|All Rights Reserved|^(?:(?:网站|法律|特别|免责|版权|郑重)?声明)\s*[:：]|网站声明|法律声明|主办(?:单位)?\s*[:：]|承办(?:单位)?\s*[:：]|主管(?:单位)?\s*[:：].{0,30}主办|技术支持|未经[^。]{0,16}(?:授权|许可|同意|允许)[^。]{0,30}(?:转载|摘编|复制|使用|镜像)|建议使用.{0,30}(?:分辨率|浏览器)|(?:违法和)?不良信息举报|网安备"
        + @"|^图片?(?:均)?(?:来源|来自)|^(?:阅读|浏览)\s*[\d(]|^\(?\s*(?:点击|点)看?.{0,6}大图\s*\)?$|^https?://\S+$|^\d+\s*人(?:参与|评论|阅读|跟贴)|^[A-Z]*[+-]?\s*A[+-](?:\s|$)",
        Invariant | RegexOptions.IgnoreCase, Milliseconds)]
    private static partial Regex Boilerplate();

    [GeneratedRegex(
        @"^[\[【(■]?\s*(?:相关(?:链接|阅读|新闻|文章|报道|信息|解读|推荐|内容)|延伸阅读|推荐阅读|热门(?:推荐|文章|新闻|标签)|编辑推荐|精彩推荐|猜你喜欢|友情链接|网友评论|网友留言|最新评论|全部评论|发表评论|我要评论|扫一扫|扫码|上一篇|下一篇|分享到|打印本页|关闭窗口|版权声明|免责声明|特别声明|大家都在看|为您推荐|更多(?:新闻|精彩|推荐|>)|(?:凡|如)本[网站].{0,8}注明|长按.{0,8}二维码)",
        Invariant, Milliseconds)]
    private static partial Regex Cut();

    [GeneratedRegex(@"(?:位置|首页)\s*[:：]?.{0,20}(?:>|›|»|→|::|\\|/).{0,120}$|^首页\s*-", Invariant, Milliseconds)]
    private static partial Regex Breadcrumb();

    [GeneratedRegex(@"^(?:特此(?:报告|汇报|公告|通告|通报|公布|说明|公示|通知|函复|函达)|以上报告,?.{0,12}|专此(?:报告|汇报)|此复|妥否,请批示)\s*[。.!]?$", Invariant, Milliseconds)]
    private static partial Regex ClosingPhrase();

    [GeneratedRegex(@"^\(\s*(?:此件|本文|此文|本件|此页|本页|注|责任编辑|文/图|图/文|来源|联系人|信息公开)[^)]{0,30}\)?$", Invariant, Milliseconds)]
    private static partial Regex Remark();

    [GeneratedRegex(@"^(?:抄送|抄报|分送)\s*:|^[一-龥、 ]{4,40}\d{4}年\d{1,2}月\d{1,2}日\s?印发$", Invariant, Milliseconds)]
    private static partial Regex Copies();

    [GeneratedRegex(
        @"^(?:中共)?[一-龥()]{1,24}?(?:人民政府(?:办公[厅室])?|政府(?:办公[厅室])?|委员会(?:办公室)?|[省市县区旗镇乡盟州]委(?:办公[厅室])?|党工委|党委|管委会|办公[厅室]|[一-龥]局|[一-龥]厅|国务院|街道办事处|法院|检察院|总署|银行|支队|大队|中心)(?:\s*、?\s*(?:中共)?[一-龥()]{1,24}?(?:人民政府|委员会|[省市县区旗镇乡]委|党工委|管委会|办公[厅室]|[一-龥]局|[一-龥]厅|街道办事处))*$|^国务院$",
        Invariant, Milliseconds)]
    private static partial Regex Organisation();

    [GeneratedRegex(@"^[0-9A-Za-z]{6,22}\s*[/\-]\s*(?:[0-9A-Z]{1,6}[/\-])?(?:19|20)\d{2}\s*-\s*\d{2,10}$|^[0-9A-Za-z]{6,22}[/\-]\d{6,16}$", Invariant, Milliseconds)]
    private static partial Regex IndexNumber();
}
