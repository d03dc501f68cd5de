using SearchEngine.Cli.Terminal;
using SearchEngine.Cli.Verbs;
using SearchEngine.Search.Requests;

namespace SearchEngine.Cli.Tests;

public sealed class RequestValuesTests
{
    [Theory]
    [InlineData("2020..2024", 2020, 2024)]
    [InlineData("2024", 2024, 2024)]
    [InlineData("2020..", 2020, null)]
    [InlineData("..2020", null, 2020)]
    public void Years_are_read_with_open_ends(string text, int? from, int? to)
    {
        Assert.Equal(new YearRange(from, to), RequestValues.Years("--year", text));
    }

    [Theory]
    [InlineData("缺失")]
    [InlineData("")]
    public void A_missing_year_can_be_asked_for(string text)
    {
        Assert.Equal(new YearRange(null, null, Missing: true), RequestValues.Years("--year", text));
    }

    [Theory]
    [InlineData("..")]
    [InlineData("abc")]
    [InlineData("20")]
    [InlineData("2020...2024")]
    [InlineData("2020..20x4")]
    [InlineData("2024..2020")]
    [InlineData("-2020")]
    [InlineData("２０２０")]
    public void A_wrong_range_is_answered_with_a_right_one(string text)
    {
        Assert.Contains("--year", Assert.Throws<WrongInputException>(() => RequestValues.Years("--year", text)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_year_is_no_restriction()
    {
        Assert.Null(RequestValues.Years("--year", null));
    }

    [Theory]
    [InlineData("region=370000", "region", "370000")]
    [InlineData("block:成效", "block", "成效")]
    [InlineData("site=a:80", "site", "a:80")]
    public void An_exclusion_names_a_facet_and_a_value(string text, string field, string value)
    {
        Assert.Equal(new Exclusion(field, value), RequestValues.Exclusion(text));
    }

    [Theory]
    [InlineData("region")]
    [InlineData("colour=red")]
    [InlineData("=370000")]
    public void An_unknown_facet_is_refused(string text)
    {
        Assert.Contains("region、year", Assert.Throws<WrongInputException>(() => RequestValues.Exclusion(text)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Block_and_issuer_labels_are_checked()
    {
        Assert.Equal(["成效"], RequestValues.Blocks(["成效"]));
        Assert.Equal(["管委会", "缺失"], RequestValues.IssuerKinds(["管委会", "缺失"]));
        Assert.Throws<WrongInputException>(() => RequestValues.Blocks(["序言"]));
        Assert.Throws<WrongInputException>(() => RequestValues.IssuerKinds(["公司"]));
    }

    [Theory]
    [InlineData("370000")]
    [InlineData("370800-F01")]
    [InlineData("140421")]
    [InlineData("山东省/济南市")]
    [InlineData("某岛")]
    public void A_region_is_a_code_or_the_path_of_a_place_without_one(string value) =>
        Assert.Equal([value], RequestValues.Regions([value]));

    [Theory]
    [InlineData("999999", "六位代码")]
    [InlineData("37", "六位代码")]
    [InlineData("370800-F99", "内部代码")]
    [InlineData("市中区", "山东省济南市市中区 370103")]
    public void A_region_that_is_none_is_answered_with_what_would_be_right(string value, string right) =>
        Assert.Contains(right, Assert.Throws<WrongInputException>(() => RequestValues.Regions([value])).Message, StringComparison.Ordinal);

    [Fact]
    public void A_topic_that_does_not_ship_is_refused_and_one_that_documents_bring_is_not()
    {
        Assert.Equal(["T19", "水利"], RequestValues.Topics(["T19", "水利"]));
        Assert.Throws<WrongInputException>(() => RequestValues.Topics(["T99"]));
    }
}
