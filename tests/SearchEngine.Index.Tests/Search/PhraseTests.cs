using SearchEngine.Analysis;
using SearchEngine.Index.Indexing;
using SearchEngine.Index.Query;
using SearchEngine.Index.Reading;
using SearchEngine.Index.Search;
using SearchEngine.Index.Store;
using SearchEngine.TestKit;

namespace SearchEngine.Index.Tests.Search;

public sealed class PhraseTests
{
    private static readonly ChineseAnalyzer Analyzer = new();

    [Theory]
    [InlineData("“双随机、一公开”监管", "双随机一公开", 0, 1)]
    [InlineData("“双随机、一公开”监管", "双随机、一公开", 1, 1)]
    [InlineData("乡镇（街道）", "镇街", 0, 1)]
    [InlineData("执法，为民", "执法为民", 0, 0)]
    [InlineData("执法，为民", "执法。为民", 1, 1)]
    [InlineData("人人人人", "人人", 3, 3)]
    [InlineData("12345热线", "12345热线", 1, 1)]
    [InlineData("12345热线", "2345", 0, 0)]
    [InlineData("12 345", "12345", 0, 0)]
    [InlineData("12 345", "12 345", 1, 1)]
    [InlineData("说，法", "，法", 1, 1)]
    [InlineData("完成1法", "1法", 1, 1)]
    [InlineData("执法。", "执法。", 1, 1)]
    [InlineData("执法", "执法。", 1, 1)]
    [InlineData("执法", "。执法", 0, 0)]
    [InlineData("执法", "，。", 0, 0)]
    [InlineData("执法、监督", "、", 1, 0)]
    [InlineData("甲。（，乙", "甲。（，乙", 1, 1)]
    [InlineData("甲、（乙", "甲乙", 0, 1)]
    [InlineData("政府聯動", "联动", 1, 1)]
    [InlineData("𠮷政", "𠮷政", 1, 1)]
    public void Occurs_this_often_by_default_and_in_the_wide_mode(string text, string phrase, int plain, int wide)
    {
        using IndexReader reader = Of(text);
        Searcher searcher = new(reader);

        Assert.Equal(plain, searcher.Search(new IndexRequest { Query = new PhraseQuery(phrase) }).Occurrences);
        Assert.Equal(wide, searcher.Search(new IndexRequest { Query = new PhraseQuery(phrase), Wide = true }).Occurrences);
    }

    [Theory]
    [InlineData("政府与法院联动", "府院联动", 1, 0)]
    [InlineData("政府与法院联动", "府院联动", 2, 1)]
    [InlineData("府院联动", "府院联动", 1, 1)]
    [InlineData("府检，法院联动", "府院联动", 3, 1)]
    [InlineData("府检。法院联动", "府院联动", 9, 0)]
    [InlineData("联动府院", "府院联动", 9, 0)]
    [InlineData("府府院联动", "府院联动", 1, 2)]
    [InlineData("府一院二联三动", "府院联动", 2, 0)]
    [InlineData("府一院二联三动", "府院联动", 3, 1)]
    [InlineData("府12345院", "府院", 1, 2)]
    [InlineData("府院，联动", "府院。联动", 1, 1)]
    public void Units_may_stand_apart_by_as_much_as_the_slop(string text, string phrase, int slop, int occurrences)
    {
        using IndexReader reader = Of(text, "动。府院");

        Searcher searcher = new(reader);
        IndexRequest request = new() { Query = new PhraseQuery(phrase, Slop: slop), Limit = 10 };

        IndexResult found = searcher.Search(request);

        Assert.Equal(occurrences, found.Occurrences);
        Assert.Equal(occurrences, found.Hits.Sum(hit => searcher.Passages(hit.Document, request, 9).Sum(p => p.Occurrences)));
    }

    [Fact]
    public void Never_crosses_from_one_paragraph_or_document_to_the_next()
    {
        using IndexReader reader = Of("执法", "为民", "。为民");

        Searcher searcher = new(reader);

        Assert.Equal(0, searcher.Search(new IndexRequest { Query = new PhraseQuery("执法为民") }).Occurrences);
        Assert.Equal(0, searcher.Search(new IndexRequest { Query = new PhraseQuery("执法。为民") }).Occurrences);
        Assert.Equal(1, searcher.Search(new IndexRequest { Query = new PhraseQuery("。为民") }).Occurrences);
    }

    [Theory]
    [InlineData("2345*", "23456 2345 12345", 2)]
    [InlineData("*2345", "23456 2345 12345", 2)]
    [InlineData("公共法*", "公共法律服务", 1)]
    [InlineData("公共*服务", "公共法律服务。公共，设施的服务。公共设施。服务", 2)]
    [InlineData("公?服", "公共服务公服", 1)]
    [InlineData("第*12条", "第312条和第12条，第31条", 2)]
    [InlineData("v?p", "VIP室vip，viip", 2)]
    [InlineData("*", "公共", 0)]
    public void A_wildcard_pattern_occurs_this_often(string pattern, string text, int expected)
    {
        using IndexReader reader = Of(text);

        Assert.Equal(expected, new Searcher(reader).Search(new IndexRequest { Query = new WildcardQuery(pattern) }).Occurrences);
    }

    [Theory]
    [InlineData("府院联动", 3, 7, 3, 7)]
    [InlineData("行政执法三项制度", 3, 4, 3, 4)]
    [InlineData("双随机一公开", 1, 2, 2, 3)]
    [InlineData("云普法微课堂", 1, 2, 1, 2)]
    [InlineData("新时代枫桥经验", 2, 2, 2, 2)]
    [InlineData("枫桥经验", 3, 3, 3, 3)]
    [InlineData("第一责任人", 5, 13, 5, 13)]
    [InlineData("营商环境", 5, 21, 5, 21)]
    [InlineData("镇街", 1, 6, 2, 14)]
    [InlineData("败诉率", 2, 5, 2, 5)]
    [InlineData("合法性审查", 4, 18, 4, 18)]
    public void Counts_on_the_sample_reports_are_those_of_the_specification(
        string phrase, int documents, int occurrences, int wideDocuments, int wideOccurrences)
    {
        Assert.SkipWhen(RepoPaths.SharedIsMissing(), "needs ../shared");
        using IndexReader reader = Of([.. SharedCorpus.Seeds(new Random(1))]);
        Searcher searcher = new(reader);

        IndexResult plain = searcher.Search(new IndexRequest { Query = new PhraseQuery(phrase) });
        IndexResult wide = searcher.Search(new IndexRequest { Query = new PhraseQuery(phrase), Wide = true });

        Assert.Equal((documents, occurrences), (plain.Documents, plain.Occurrences));
        Assert.Equal((wideDocuments, wideOccurrences), (wide.Documents, wide.Occurrences));
    }

    [Fact]
    public void Related_documents_hold_at_least_half_of_the_bigrams()
    {
        using IndexReader reader = Of([.. ((string[])["政府工作报告", "报告政府的工作", "政府报告", "工作"]).Select((text, i) =>
            new Document { Id = $"d{i}", Paragraphs = [new Paragraph(text, Zone.Body, 0, 0)] })]);

        IndexResult result = new Searcher(reader).Search(new IndexRequest { Query = new RelatedQuery("政府工作报告") });

        Assert.Equal(["d0", "d1"], result.Hits.Select(hit => hit.Id));
        Assert.Equal(0, result.Occurrences);
        Assert.All(result.Hits, hit => Assert.True(hit.Score > 0));
    }

    [Fact]
    public void A_title_weighs_more_than_the_body()
    {
        Document[] documents =
        [
            new() { Id = "body", Paragraphs = [new Paragraph("其他", Zone.Title, 0, 0), new Paragraph("法治", Zone.Body, 0, 0)] },
            new() { Id = "title", Paragraphs = [new Paragraph("法治", Zone.Title, 0, 0), new Paragraph("其他", Zone.Body, 0, 0)] },
        ];
        using IndexReader reader = Of(documents);

        IndexResult result = new Searcher(reader).Search(new IndexRequest { Query = new PhraseQuery("法治") });

        Assert.Equal(["title", "body"], result.Hits.Select(hit => hit.Id));
    }

    [Fact]
    public void What_not_excludes_in_other_roles_narrows_no_clause_beside_it()
    {
        Document hit = new()
        {
            Id = "hit",
            Paragraphs = [new Paragraph("政府工作", Zone.Body, 0, 0), new Paragraph("法治", Zone.Body, 1, 1)],
        };
        Document[] others = [.. Enumerable.Range(0, 8).Select(i => new Document
        {
            Id = $"other{i}", Paragraphs = [new Paragraph("联动", Zone.Body, 0, 0)],
        })];
        using IndexReader reader = Of([hit, .. others]);

        IndexResult result = new Searcher(reader).Search(new IndexRequest
        {
            Query = new AndQuery([
                new AndQuery([new PhraseQuery("政府"), new NotQuery(new PhraseQuery("法治"))]),
                new OrQuery([new PhraseQuery("工作"), new PhraseQuery("机制")]),
            ]),
            Roles = new HashSet<int> { 0 },
        });

        Assert.Equal("hit", Assert.Single(result.Hits).Id);
    }

    [Fact]
    public void A_budget_that_ends_gives_a_partial_result()
    {
        using IndexReader reader = Of(new string('法', 5_000));

        IndexResult result = new Searcher(reader).Search(
            new IndexRequest { Query = new NotQuery(new PhraseQuery("法法法")), Budget = new SearchBudget(null, 100) });

        Assert.True(result.Partial);
        Assert.Equal(0, result.Documents);
    }

    /// <summary>One document with these paragraphs.</summary>
    private static IndexReader Of(params string[] paragraphs) =>
        Of(new Document { Id = "a", Paragraphs = [.. paragraphs.Select(text => new Paragraph(text, Zone.Body, 0, 0))] });

    private static IndexReader Of(params Document[] documents)
    {
        RamDirectory directory = new();
        using IndexWriter writer = IndexWriter.Open(directory, Analyzer, RandomCorpus.Schema);
        foreach (Document document in documents)
            writer.Add(document);
        writer.Commit();
        return IndexReader.Open(directory, Analyzer);
    }
}
