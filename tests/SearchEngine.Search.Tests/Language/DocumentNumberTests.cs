using SearchEngine.Search.Language;

namespace SearchEngine.Search.Tests.Language;

public sealed class DocumentNumberTests
{
    [Theory]
    [InlineData("市中政字〔2024〕18号")]
    [InlineData("市中政字〔2024〕18")]
    [InlineData("市中政字[2024]18号")]
    [InlineData("市中政字［2024］18号")]
    [InlineData("市中政字(2024)18号")]
    [InlineData("市中政字（2024）第18号")]
    [InlineData("市中政字【2024】18号")]
    [InlineData("\"市中政字 2024 18\"")]
    [InlineData("“市中政字 〔２０２４〕 １８ 号”")]
    [InlineData("市中政字〔2024〕018号")]
    public void Reads_every_spelling_as_one_number(string spelling)
    {
        Assert.True(DocumentNumber.TryRead(spelling, out DocumentNumber number));
        Assert.Equal("市中政字〔2024〕18号", number.Canonical);
        Assert.Equal("市中政字〔2024〕18号", DocumentNumber.Normalise(spelling));
    }

    [Theory]
    [InlineData("府院联动")]
    [InlineData("2024 18")]
    [InlineData("市中政字202418号")]
    [InlineData("办理案件2024年18件")]
    [InlineData("市中政字〔2024〕")]
    [InlineData("市中政字〔24〕18号")]
    [InlineData("市中政字〔2024〕18号文件")]
    [InlineData("12345热线")]
    [InlineData("字〔2024〕18号")]
    [InlineData("")]
    public void Leaves_other_texts_alone(string text) => Assert.False(DocumentNumber.TryRead(text, out _));

    [Fact]
    public void Has_spellings_of_which_no_two_match_at_one_place()
    {
        DocumentNumber number = new("市中政字", "2024", "18");

        Assert.Equal(5, number.Spellings(wide: false).Distinct().Count());
        Assert.DoesNotContain(number.Spellings(wide: true), spelling => spelling.Contains('(', StringComparison.Ordinal));
    }
}
