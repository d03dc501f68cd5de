using System.Text.RegularExpressions;

namespace SearchEngine.Web.Tests;

/// <summary>Rules that no compiler sees, read from the sources themselves.</summary>
public sealed class SourceTests
{
    [Theory]
    [InlineData("*.cshtml", @"Html\.Raw|HtmlString|IHtmlContent|MarkupString|WriteLiteral")]
    [InlineData("*.cs", @"\bHtmlString\b|IHtmlContent|MarkupString|\.Raw\(|WriteLiteral|UnsafeRelaxedJsonEscaping")]
    [InlineData("*.cs", @"\bHttpClient\b|\bSocket\b|TcpClient|WebRequest|\bProcess\.Start")]
    [InlineData("*.cs", @"\bFile\.(Write|Open|Create|Delete|Move|Append)|FileStream")]
    [InlineData("*.cshtml", @"\sstyle\s*=|\son[a-z]+\s*=\s*""|<style|<script(?! src=""@AssetEndpoints)")]
    [InlineData("*.cshtml", @"https?://|@addTagHelper")]
    [InlineData("site.js", @"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|https?://")]
    [InlineData("site.css", @"@import|https?://|expression\(")]
    public void A_source_holds_nothing_of_this(string files, string pattern)
    {
        string[] sources = [.. Directory.EnumerateFiles(Folder(), files, SearchOption.AllDirectories)
            .Where(path => !path.Contains(
                $"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
                && !path.Contains(
                    $"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal))];

        Assert.NotEmpty(sources);
        foreach (string path in sources)
        {
            Match found = Regex.Match(File.ReadAllText(path), pattern, RegexOptions.None, TimeSpan.FromSeconds(5));
            Assert.False(found.Success, $"{Path.GetFileName(path)}: {found.Value}");
        }
    }

    private static string Folder()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "SearchEngine.sln")))
            folder = folder.Parent;
        Assert.NotNull(folder);
        return Path.Combine(folder.FullName, "src", "SearchEngine.Web");
    }
}
