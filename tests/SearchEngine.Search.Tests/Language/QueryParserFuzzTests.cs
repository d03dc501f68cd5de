using System.Diagnostics;
using System.Globalization;
using SearchEngine.Search.Language;
using SearchEngine.Search.Requests;
using SearchEngine.TestKit;

namespace SearchEngine.Search.Tests.Language;

public sealed class QueryParserFuzzTests
{
    private const int Queries = 100_000;
    private const int Brackets = 1_000_000;
    private const int Searches = 3_000;

    private static readonly string[] Pieces =
    [
        "(", ")", "（", "）", "“", "”", "\"", "「", "」", "『", "与", " 与 ", " 或 ", " 非 ", " AND ", " OR ", " NOT ", "|",
            "｜", "-", "－",
        "&", " ", "　", "~5", "”~3 ", " ~9先后 ", " 同句 ", " 同段先后 ", "标题:", "正文：", "章节:", "地区:", "层级:", "年份:", "发布日期:", "机关:",
        "文号:", "引用文号:", "索引号:", "主题:", "指标:", "来源:", "栏目:", "370000", "370800-F01", "山东省", "成效", "2020..2024", "..",
            "T19",
        "、", "，", "。", "*", "?", "＊", "府院联动", "市中政字〔2024〕18号", "政", "12345", "P2P", "〔2024〕18号", "\0", "\ud83d",
            "\ude00", "😀", "\u200b", "Ａ", "\r\n",
    ];

    [Fact]
    public void Never_throws_and_always_says_where_whatever_is_typed()
    {
        RandomSeed seed = RandomSeed.Next();
        Random random = seed.Create();
        int queries = Amount.Of("Q1", Queries);
        double[] times = new double[queries];
        for (int i = 0; i < queries; i++)
        {
            string query = Mutated(random);
            SearchRequest request = new()
            {
                Query = query,
                Wide = random.Next(2) == 0,
                RelatedMode = random.Next(4) ==
                0
            };

            long start = Stopwatch.GetTimestamp();
            ParsedQuery parsed = QueryParser.Parse(query, QueryVocabulary.Shipped, SearchLimits.Web);
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            QueryCompiler.Compile(parsed, request.Wide);
            string understood = QueryDescription.Of(parsed, request, QueryVocabulary.Shipped);

            Assert.True(understood.Length > 0, seed.Replay);
            Assert.All(parsed.Errors, error => Assert.True(
                error.At >= 1 && error.At <= query.Length + 1
                    && error.Message.StartsWith($"第 {error.At.ToString(CultureInfo.InvariantCulture)} 个字符",
                        StringComparison.Ordinal),
                $"{query}: {error}; {seed.Replay}"));
        }

        Array.Sort(times);
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Q1 queries={queries} unhandled=0 parse_ms p50={times[queries / 2]:f4} p99.9={times[queries / 1_000 * 999]:f3}"));
    }

    [Theory]
    [InlineData("(")]
    [InlineData("（非 ")]
    [InlineData("(府院 ")]
    [InlineData(")")]
    [InlineData("-(")]
    public void A_million_brackets_end_in_a_message(string bracket)
    {
        string query = string.Concat(Enumerable.Repeat(bracket, Brackets));

        ParsedQuery parsed = QueryParser.Parse(query, QueryVocabulary.Shipped, SearchLimits.CommandLine);

        Assert.NotEmpty(parsed.Errors);
        QueryCompiler.Compile(parsed, wide: false);
    }

    [Theory]
    [InlineData("(府院 或 联动) ")]
    [InlineData("“府院”")]
    [InlineData("地区:370000 ")]
    [InlineData("((")]
    [InlineData("府*院?")]
    public void Twice_the_input_takes_at_most_twice_and_a_half_the_time(string piece)
    {
        string half = string.Concat(Enumerable.Repeat(piece, 20_000));
        // The best of several: what else the machine does only adds.
        double small = Enumerable.Range(0, 7).Min(_ => Milliseconds(half));
        double large = Enumerable.Range(0, 7).Min(_ => Milliseconds(half + half));

        TestContext.Current.TestOutputHelper!.WriteLine(
            string.Create(CultureInfo.InvariantCulture,
                $"Q1 {piece} {half.Length} characters {small:f2} ms, twice {large:f2} ms"));
        Assert.True(large < Math.Max(5, 2.5 * small), $"{small} ms, then {large} ms");
    }

    [Fact]
    public void Never_makes_a_search_throw()
    {
        RandomSeed seed = RandomSeed.Next();
        Random random = seed.Create();
        using TestIndex index = TestIndex.Of(
            [Reports.Saying("a", "府院联动，府院、府检联动。12345热线P2P。"), Reports.Saying("b", "市中政字〔2024〕18号。")]);
        for (int i = 0; i < Searches; i++)
        {
            SearchRequest request = new()
            {
                Query = Mutated(random),
                Wide = random.Next(2) == 0,
                RelatedMode = random.Next(4) == 0,
                Sort = (SortOrder)random.Next(5),
                Explain = random.Next(2) == 0,
            };

            Exception? thrown = Record.Exception(() => index.Search(request));

            Assert.True(thrown is null, $"{request.Query}: {thrown}; {seed.Replay}");
        }
    }

    [Fact]
    public void Survives_a_million_characters()
    {
        foreach (string piece in Pieces)
            QueryParser.Parse(string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length)),
                QueryVocabulary.Shipped, SearchLimits.CommandLine);
    }

    private static double Milliseconds(string query)
    {
        long start = Stopwatch.GetTimestamp();
        QueryParser.Parse(query, QueryVocabulary.Shipped, SearchLimits.CommandLine);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static string Mutated(Random random)
    {
        List<char> query = [.. string.Concat(
            Enumerable.Range(0, random.Next(1, 24)).Select(_ => Pieces[random.Next(Pieces.Length)]))];
        for (int change = random.Next(4); change > 0 && query.Count > 0; change--)
        {
            int at = random.Next(query.Count);
            if (random.Next(2) == 0)
                query.RemoveAt(at);
            else
                query.Insert(at, (char)random.Next(char.MaxValue + 1));
        }

        return new string([.. query]);
    }
}
