using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using SearchEngine.EndToEnd.Tests.Browser;
using SearchEngine.EndToEnd.Tests.Processes;

namespace SearchEngine.EndToEnd.Tests.Parity;

/// <summary>Fifty searches, asked of the page, of the API and of the command line: one answer.</summary>
public sealed partial class SameAnswersTests(ServedSamples samples) : IClassFixture<ServedSamples>
{
    /// <summary>Queries with the parameters beside them; what the command line is given follows from these.</summary>
    private static readonly string[] Queries =
    [
        "府院联动", "行政执法三项制度", "枫桥经验", "第一责任人", "营商环境", "法", "败诉率", "合法性审查", "12345热线", "不存在的词语组合",
        "府院联动 府检联动", "府院联动 或 枫桥经验", "府院联动 | 枫桥经验", "府院联动 非 计划", "府院联动 -枫桥经验", "府院联动 NOT 枫桥经验",
        "(府院联动 或 枫桥经验) 营商环境", "（府院联动 OR 枫桥经验） AND 营商环境", "“府院联动”", "\"府院 联动\"",
        "府院 ~3 联动", "府院 ~10 联动", "复议 同句 败诉", "复议 同段 诉讼", "复议 同节 诉讼", "府院*", "行政?法",
        "标题:峄城区", "正文:府院联动", "章节:成效 府院联动", "地区:370000", "地区:山东省", "-地区:370000 府院联动", "年份:2020..2023", "年份:2024..",
        "机关:人民政府", "层级:县级", "主题:T19", "文号:市中政字〔2024〕18号", "市中政字[2024]18号", "\"市中政字 2024 18\"", "索引号:3701030006",
        "(府院联动 或 枫桥经验", "府院联动 或", "“府院联动", "年份:20xx 府院联动", "指标:败诉率>5%",
        "府院联动&region=370000&year=2020..2024", "府院联动&exclude=region:370000&sort=year", "府院联动&block=成效&issuerKind=政府&sort=occurrences&wide=1",
    ];

    [Fact]
    public async Task Page_api_and_command_line_give_one_answer()
    {
        Assert.Equal(50, Queries.Distinct().Count());
        using HttpClient http = new();
        List<string> differences = [];
        await Parallel.ForEachAsync(Queries, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (search, cancellation) =>
        {
            string[] parts = search.Split('&');
            string address = "q=" + Uri.EscapeDataString(parts[0]) + string.Concat(parts[1..].Select(part => "&" + part));
            Outcome cli = await Product.RunAsync([.. Arguments(parts, samples.Store)]);
            string api = await Send(http, $"{samples.Address}/api/search?{address}", cancellation);
            string page = await Send(http, $"{samples.Address}/search?{address}", cancellation);

            string expected = Took().Replace(api.Trim(), "");
            if (Took().Replace(cli.Output.Trim(), "") != expected)
                Note($"{search}: command line\n{cli.Output}{cli.Errors}\nAPI\n{api}");
            if (OfPage(page) is var shown && OfApi(JsonSerializer.Deserialize<JsonElement>(api)) is var given && shown != given)
                Note($"{search}: page\n{shown}\nAPI\n{given}");
        });

        Assert.True(differences.Count == 0, string.Join("\n\n", differences));

        void Note(string difference)
        {
            lock (differences)
                differences.Add(difference);
        }
    }

    private static IEnumerable<string> Arguments(string[] parts, string store)
    {
        yield return "search";
        yield return "--json";
        yield return "--store";
        yield return store;
        foreach (string[] pair in parts[1..].Select(part => part.Split('=', 2)))
        {
            yield return pair[0] == "issuerKind" ? "--issuer-kind" : "--" + pair[0];
            if (pair[0] != "wide")
                yield return pair[1];
        }

        // What begins with a minus is a query all the same.
        yield return "--";
        yield return parts[0];
    }

    // A client that asks more often than a person is told to wait; this one does.
    private static async Task<string> Send(HttpClient http, string address, CancellationToken cancellation)
    {
        while (true)
        {
            using HttpResponseMessage response = await http.GetAsync(new Uri(address), cancellation);
            if ((int)response.StatusCode is not (429 or 503))
                return await response.Content.ReadAsStringAsync(cancellation);
            await Task.Delay(response.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(1), cancellation);
        }
    }

    /// <summary>Counts, reading, mistake and hits in order, as a person sees them.</summary>
    private static string OfPage(string html)
    {
        string tally = Tags().Replace(Tally().Match(html).Groups[1].Value, "");
        string numbers = string.Join(' ', Digits().Matches(tally).Select(match => match.Value));
        string understood = System.Net.WebUtility.HtmlDecode(Understood().Match(html).Groups[1].Value);
        string fault = System.Net.WebUtility.HtmlDecode(Fault().Match(html).Groups[1].Value);
        string hits = string.Join(' ', Hits().Matches(html.Split("<section class=\"related\"")[0]).Select(match => match.Groups[1].Value));
        return $"{numbers}|{understood}|{fault}|{hits}";
    }

    private static string OfApi(JsonElement answer)
    {
        List<long> numbers = [answer.GetProperty("reports").GetInt64(), answer.GetProperty("of").GetProperty("reports").GetInt64(), answer.GetProperty("occurrences").GetInt64()];
        if (answer.GetProperty("elliptical").GetInt64() is > 0 and var elliptical)
            numbers.Add(elliptical);
        string fault = answer.GetProperty("error") is { ValueKind: JsonValueKind.Object } error ? error.GetProperty("message").GetString()! : "";
        string hits = string.Join(' ', answer.GetProperty("hits").EnumerateArray().Select(hit => hit.GetProperty("id").GetString()));
        return $"{string.Join(' ', numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)))}|{answer.GetProperty("understood").GetString()}|{fault}|{hits}";
    }

    [GeneratedRegex(@"""tookMs"":\s*[\d.eE+-]+", RegexOptions.None, 1000)]
    private static partial Regex Took();

    [GeneratedRegex(@"<h1 class=""tally"">(.*?)</h1>", RegexOptions.Singleline, 1000)]
    private static partial Regex Tally();

    [GeneratedRegex(@"<span class=""vh"">.*?</span>|<[^>]*>|&#?\w+;", RegexOptions.Singleline, 1000)]
    private static partial Regex Tags();

    [GeneratedRegex(@"\d+", RegexOptions.None, 1000)]
    private static partial Regex Digits();

    [GeneratedRegex(@"查询理解</span> (.*?)</span>", RegexOptions.Singleline, 1000)]
    private static partial Regex Understood();

    [GeneratedRegex(@"<p class=""notice-head"">(.*?)</p>", RegexOptions.Singleline, 1000)]
    private static partial Regex Fault();

    [GeneratedRegex(@"<article class=""hit"">\s*<header><h2><a href=""/r/([0-9a-f]+)", RegexOptions.None, 1000)]
    private static partial Regex Hits();
}
