using System.Text.RegularExpressions;

namespace SearchEngine.Structure.Tests;

/// <summary>Rules of the house that no analyzer sees.</summary>
public sealed partial class SourceRulesTests
{
    private const int MaxLines = 500;

    [Fact]
    public void No_hand_written_file_is_longer_than_500_lines()
    {
        Assert.DoesNotContain(Repository.SourceFiles(".cs"), path => File.ReadLines(path).Count() > MaxLines);
    }

    [Fact]
    public void No_page_writes_unencoded_markup()
    {
        Assert.DoesNotContain(Repository.SourceFiles(".cshtml"), path => RawMarkup().IsMatch(File.ReadAllText(path)));
    }

    [Fact]
    public void No_product_code_carries_a_value_into_sql_text()
    {
        Assert.Empty(Repository.SourceFiles(".cs").Where(IsProduct).SelectMany(path => InterpolatedSql().Matches(File.ReadAllText(path))
            .Where(match => !ConstantHole().IsMatch(match.Value)).Select(match => $"{path}: {match.Value}")));
    }

    [Fact]
    public void Nothing_is_left_to_do_later()
    {
        Assert.DoesNotContain(Repository.SourceFiles(".cs").Where(IsProduct), path => LeftOpen().IsMatch(File.ReadAllText(path)));
    }

    private static bool IsProduct(string path) =>
        !Path.GetRelativePath(Repository.Root, path).StartsWith("tests", StringComparison.Ordinal);

    [GeneratedRegex(@"Html\.Raw|HtmlString|IHtmlContent\b", RegexOptions.None, 1000)]
    private static partial Regex RawMarkup();

    // An interpolated string that begins like a statement of SQL.
    [GeneratedRegex("""\$"{1,3}\s*(SELECT|INSERT|UPDATE|DELETE)\b[^"]*""", RegexOptions.None, 1000)]
    private static partial Regex InterpolatedSql();

    // Its holes may only be constants of ours: a column list, or the text of a subquery.
    [GeneratedRegex(@"^[^{]*(\{(CatalogueReader\.)?[A-Z]\w*\}[^{]*|\{digestSql\}[^{]*)*$", RegexOptions.None, 1000)]
    private static partial Regex ConstantHole();

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|NotImplementedException)\b", RegexOptions.None, 1000)]
    private static partial Regex LeftOpen();
}
