using SearchEngine.Analysis;
using SearchEngine.Search.Elliptical;

namespace SearchEngine.Search.Tests.Elliptical;

public sealed class EllipticalFinderTests
{
    private static readonly ChineseAnalyzer Analyzer = new();

    [Theory]
    [InlineData("六是加强常态化府院、府检联动工作", "府院、府检联动")]
    [InlineData("府院和府检联动", "府院和府检联动")]
    [InlineData("府院与府检联动", "府院与府检联动")]
    [InlineData("府院、府检、警调联动", "府院、府检、警调联动")]
    [InlineData("府院、府检和警调联动", "府院、府检和警调联动")]
    [InlineData("“府院”、“府检”联动", "府院”、“府检”联动")]
    [InlineData("府 院、府檢 聯動", "府 院、府檢 聯動")]
    public void Finds_a_shortened_form(string paragraph, string whole)
    {
        EllipticalMatch match = Assert.Single(Find(paragraph));

        Assert.Equal(whole, paragraph[match.Whole.Start..match.Whole.End]);
        Assert.Equal("府院", Canonical(paragraph[match.Head.Start..match.Head.End]));
        Assert.Equal("联动", Canonical(paragraph[match.Tail.Start..match.Tail.End]));
    }

    [Theory]
    [InlineData("府院联动")]
    [InlineData("府院、府检")]
    [InlineData("府院、府检的联动")]
    [InlineData("府院、联动")]
    [InlineData("府院、检联动")]
    [InlineData("府院，府检联动")]
    [InlineData("府院及府检联动")]
    [InlineData("府院、府检。联动")]
    [InlineData("府院、AB联动")]
    [InlineData("府检、府院联动")]
    [InlineData("府院")]
    [InlineData("府院、")]
    [InlineData("")]
    public void Finds_nothing_else(string paragraph) => Assert.Empty(Find(paragraph));

    [Fact]
    public void Finds_every_form_of_a_paragraph() => Assert.Equal(2, Find("府院、府检联动，又说府院和检校联动").Count);

    [Theory]
    [InlineData("府院联动", "府院", "联动")]
    [InlineData("“府院联动”", "府院", "联动")]
    [InlineData("府院聯動", "府院", "联动")]
    public void Splits_a_phrase_of_four_characters(string phrase, string head, string tail) =>
        Assert.Equal(new EllipticalForm(head, tail), EllipticalForm.Of(phrase, Analyzer));

    [Theory]
    [InlineData("府院")]
    [InlineData("府院联动机制")]
    [InlineData("府院1联")]
    [InlineData("府院、联")]
    [InlineData("12345")]
    [InlineData("")]
    public void Takes_no_other_phrase(string phrase) => Assert.Null(EllipticalForm.Of(phrase, Analyzer));

    private static IReadOnlyList<EllipticalMatch> Find(string paragraph) =>
        new EllipticalFinder(Analyzer, SearchLimits.Web.EllipticalMembers).Find(paragraph, EllipticalForm.Of("府院联动", Analyzer)!);

    private static string Canonical(string text) =>
        text.Replace(" ", "", StringComparison.Ordinal).Replace('聯', '联').Replace('動', '动');
}
