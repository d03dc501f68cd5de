namespace SearchEngine.Benchmarks;

/// <summary>Lines of key=value words, as every engine of the comparison prints them.</summary>
internal static class Rows
{
    public static void Write(FormattableString row) => Console.Out.WriteLine(FormattableString.Invariant(row));
}
