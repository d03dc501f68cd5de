using System.Reflection;
using System.Text;

namespace SearchEngine.Cleaning;

/// <summary>Reads the word lists that are embedded in the assembly. A line that starts with # is a comment.</summary>
internal static class DataFile
{
    /// <summary>The lines of a file in Data, trimmed, without comments and empty lines.</summary>
    public static IEnumerable<string> Lines(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"SearchEngine.Cleaning.Data.{name}")
            ?? throw new InvalidOperationException($"The resource {name} is missing from the assembly.");
        using StreamReader reader = new(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
            if (line.Trim() is { Length: > 0 } trimmed && trimmed[0] != '#')
                yield return trimmed;
    }

    /// <summary>The lines cut at tabs.</summary>
    public static IEnumerable<string[]> Rows(string name) => Lines(name).Select(line => line.Split('\t'));
}
