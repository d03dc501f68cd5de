using System.Text;
using SearchEngine.Analysis.Segmentation;
using SearchEngine.Index.Indexing;
using SearchEngine.Index.Query;
using SearchEngine.Index.Reading;
using SearchEngine.Index.Search;
using SearchEngine.Index.Store;
using SearchEngine.TestKit;

namespace SearchEngine.Analysis.Tests.Segmentation;

public sealed class SegmenterTests
{
    [Theory]
    [InlineData("我县建立府院联动机制", "我|县|建立|府院联动机制")]
    [InlineData("落实行政执法三项制度和放管服改革", "落实|行政执法三项制度|和|放管服改革")]
    [InlineData("双随机一公开监管", "双随机一公开监管")]
    [InlineData("开展“双随机、一公开”", "开展|“|双随机|、|一公开|”")]
    [InlineData("新时代枫桥经验", "新时代枫桥经验")]
    [InlineData("研究生命的起源", "研究|生命|的|起源")]
    [InlineData("府院聯動", "府院聯動")]
    [InlineData("12345热线VIP室", "12345|热线|VIP|室")]
    [InlineData("败诉率2.5%", "败诉率|2|.|5|%")]
    [InlineData("𠮷野家\n。", "𠮷|野|家|\n|。")]
    [InlineData("", "")]
    public void Parts_into_these_words(string text, string words) =>
        Assert.Equal(words, string.Join('|', Segmenter.Shipped.Words(text)));

    [Fact]
    public void Every_domain_term_that_stands_alone_is_one_word()
    {
        string[] terms = [.. File
            .ReadLines(Path.Combine(RepoPaths.Root, "index", "SearchEngine.Analysis", "Data", "domain-words.txt"))
            .Where(line => line.Length > 0 && line[0] != '#')];

        Assert.True(terms.Length > 300);
        Assert.All(terms, term => Assert.Equal([term], Segmenter.Shipped.Words(term)));
    }

    [Fact]
    public void A_word_of_the_user_is_one_word_from_then_on()
    {
        Segmenter withWord = new(["云普法", "微課堂", "不是词1", "单"]);

        Assert.Equal(["云", "普法", "进", "乡村"], Segmenter.Shipped.Words("云普法进乡村"));
        Assert.Equal(["云普法", "进", "乡村"], withWord.Words("云普法进乡村"));
        Assert.Equal(["微课堂"], withWord.Words("微课堂"));
    }

    [Fact]
    public void Words_end_to_end_are_the_text()
    {
        RandomSeed seed = RandomSeed.Next();
        Random random = seed.Create();
        for (int i = 0; i < 20_000; i++)
        {
            string text = Text(random);

            Assert.True(text == string.Concat(Segmenter.Shipped.Words(text)), $"「{text}」 {seed}");
        }
    }

    /// <summary>The best way is looked for among all of them, one by one.</summary>
    [Fact]
    public void No_other_way_of_parting_is_more_probable()
    {
        RandomSeed seed = RandomSeed.Next();
        Random random = seed.Create();
        for (int i = 0; i < 300; i++)
        {
            WordTree tree = new(1_000);
            Dictionary<string, int> weights = new(StringComparer.Ordinal);
            for (int left = random.Next(40); left > 0; left--)
            {
                string word = Row(random, random.Next(1, 6));
                tree.Set(word, weights[word] = -random.Next(1, 1_000));
            }

            string row = Row(random, random.Next(1, 14));
            long[] sums = new long[row.Length + 1];
            int[] ends = new int[row.Length];
            tree.BestPath(row, -1_200, sums, ends);
            long taken = 0;
            for (int at = 0; at < row.Length; at = ends[at])
                taken += weights.GetValueOrDefault(row[at..ends[at]], -1_200);

            Assert.True(Best(row, weights) == sums[0] && taken == sums[0], $"{row} {seed}");
        }
    }

    [Fact]
    public void Ten_times_the_text_has_ten_times_the_words_and_no_word_longer_than_the_lexicon_has()
    {
        string text = string.Concat(Enumerable.Repeat("全面推进依法行政加快建设法治政府", 20_000));

        IReadOnlyList<string> words = Segmenter.Shipped.Words(text);

        Assert.Equal(text.Length, words.Sum(word => word.Length));
        Assert.True(words.Max(word => word.Length) <= 32);
        Assert.Equal(10 * Segmenter.Shipped.Words(text[..(text.Length / 10)]).Count, words.Count);
    }

    /// <summary>Pieces that begin and end inside words, with lexicons that part the text in another way each.</summary>
    [Fact]
    public void What_is_found_does_not_depend_on_words()
    {
        const string Text = "研究生命的起源要求行政机关负责人出庭应诉并落实府院联动机制建设法治政府";
        RamDirectory directory = new();
        using (IndexWriter writer = IndexWriter.Open(directory, new ChineseAnalyzer(), RandomCorpus.Schema))
        {
            writer.Add(new Document { Id = "d", Paragraphs = [new Paragraph(Text, Zone.Body, 0, 0)] });
            writer.Commit();
        }

        using IndexReader reader = IndexReader.Open(directory, new ChineseAnalyzer());
        Searcher searcher = new(reader);
        Assert.NotEqual(Segmenter.Shipped.Words(Text), new Segmenter(["生命的起源", "要求行政机关"]).Words(Text));
        for (int start = 0; start < Text.Length; start++)
        {
            for (int end = start + 1; end <= Math.Min(Text.Length, start + 9); end++)
            {
                IndexResult result = searcher.Search(new IndexRequest { Query = new PhraseQuery(Text[start..end]) });

                Assert.Equal(1, result.Documents);
            }
        }
    }

    private static long Best(string row, Dictionary<string, int> weights)
    {
        if (row.Length == 0)
            return 0;
        long best = long.MinValue;
        for (int length = 1; length <= row.Length; length++)
        {
            bool isWord = weights.TryGetValue(row[..length], out int weight);
            if (isWord || length == 1)
                best = Math.Max(best, (isWord ? weight : -1_200) + Best(row[length..], weights));
        }

        return best;
    }

    private static string Row(Random random, int length) =>
        string.Concat(Enumerable.Range(0, length).Select(_ => "法治政"[random.Next(3)]));

    private static string Text(Random random)
    {
        StringBuilder text = new();
        for (int left = random.Next(30); left > 0; left--)
        {
            int code = random.Next(4) switch
            {
                0 => random.Next(0x10000),
                1 => random.Next(0x20000, 0x20100),
                2 => "府院联动法治政府12ab，。"[random.Next(14)],
                _ => random.Next(0x4e00, 0x5200),
            };
            text.Append(code < 0x10000 ? ((char)code).ToString() : char.ConvertFromUtf32(code));
        }

        return text.ToString();
    }
}
