using System.Globalization;
using System.Text;
using SearchEngine.Cleaning.Decoding;
using SearchEngine.Reports.Model;

namespace SearchEngine.Cleaning.Tests.RealPages;

/// <summary>Real pages say the same without the names, metas, styles and declarations that a cleaner may lean on.</summary>
public sealed class PageMutationTests
{
    public static TheoryData<string> Names => [.. PageMutations.All.Select(mutation => mutation.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_page_says_the_same_without_it(string name)
    {
        string folder = Path.Combine(SharedFolder.Path(), "pages");
        (_, Func<string, byte[]> make, double same) = PageMutations.All.First(mutation => mutation.Name == name);
        string[] files = Directory.GetFiles(folder, "*.html");
        List<string> changed = [];
        foreach (string file in files)
        {
            byte[] bytes = File.ReadAllBytes(file);
            CleanReport before = Clean(bytes), after = Clean(make(CharsetDetector.Decode(bytes, null).Text));
            string[] fields = [.. Differences(before, after)];
            if (fields.Length > 0)
                changed.Add($"{Path.GetFileNameWithoutExtension(file)}: {string.Join(", ", fields)}");
        }

        Assert.NotEmpty(files);
        Assert.True(changed.Count <= (1 - same) * files.Length,
            $"{changed.Count} of {files.Length} changed\n{string.Join('\n', changed)}");
    }

    private static CleanReport Clean(byte[] bytes) => new PageCleaner().Clean(new PageInput(bytes, null, null, null, null));

    private static IEnumerable<string> Differences(CleanReport before, CleanReport after)
    {
        (string Name, string? Before, string? After)[] fields =
        [
            ("kind", before.Kind.ToString(), after.Kind.ToString()),
            ("title", before.Title, after.Title),
            ("date", before.Published?.ToString("o", CultureInfo.InvariantCulture), after.Published?.ToString("o", CultureInfo.InvariantCulture)),
            ("number", before.DocumentNumber, after.DocumentNumber),
            ("index", before.IndexNumber, after.IndexNumber),
            ("text", before.Text, after.Text),
        ];
        bool article = before.Kind is PageKind.Report or PageKind.Other or PageKind.Attachment;
        return fields.Where(field => (article || field.Name == "kind") && Squash(field.Before) != Squash(field.After))
            .Select(field => field.Name);
    }

    private static string Squash(string? text) =>
        string.Concat((text ?? "").Normalize(NormalizationForm.FormKC).Where(char.IsLetterOrDigit));
}
