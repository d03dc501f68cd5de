using System.Globalization;

namespace SearchEngine.Cleaning.Tests.Hostile;

/// <summary>Shapes of markup that cost a parser or a walk more than their size, at 10 KB, 100 KB, 1 MB and 10
/// MB.</summary>
internal static class StructureBombs
{
    private static readonly (string Name, int Bytes)[] Sizes =
        [("10 KB", 10_000), ("100 KB", 100_000), ("1 MB", 1_000_000), ("10 MB", 10_000_000)];

    private static readonly (string Name, Func<int, string> Make)[] Shapes =
    [
        ("distinct formatting tags", bytes => Counted("<font size={0}><p>", bytes)),
        ("formatting tags and nested blocks", bytes => Repeated("<b><i><u><div>", bytes)),
        ("nested div", bytes => Repeated("<div>", bytes)),
        ("nested tables", bytes => Repeated("<table><tr><td>", bytes)),
        ("siblings", bytes => Repeated("<p>一</p>", bytes)),
        ("table cells misplaced", bytes => Repeated("<table>甲<td>乙", bytes)),
        ("svg and math", bytes => Repeated("<svg><g><math><mi>", bytes)),
        ("template and select", bytes => Repeated("<select><template><option>", bytes)),
        ("attributes", bytes => "<p " + Counted("a{0}=1 ", bytes) + ">一</p>"),
        ("the same attribute", bytes => "<p " + Repeated("a=1 ", bytes) + ">一</p>"),
        ("entities", bytes => "<p>" + Repeated("&amp;&#x4e00;&NotEqualTilde;", bytes)),
        ("nested lists with anchors", bytes => Repeated("<ul><li><a href=x>", bytes)),
        ("unclosed comment", bytes => "<p>一。</p><!--" + Repeated("-- <p>", bytes)),
        ("brackets", bytes => "<p>" + new string('<', bytes)),
    ];

    public static IReadOnlyList<HostilePage> All { get; } =
        [.. Shapes.SelectMany(shape => Sizes.Select(size => HostilePage.Of($"{shape.Name}, {size.Name}",
            () => "<html><body><h1>标题</h1>" + shape.Make(size.Bytes))))];

    private static string Repeated(string part, int bytes) =>
        string.Concat(Enumerable.Repeat(part, Math.Max(1, bytes / part.Length)));

    private static string Counted(string part, int bytes) => string.Concat(
        Enumerable.Range(0, bytes / (part.Length + 2)).Select(i => string.Format(CultureInfo.InvariantCulture, part, i)));
}
