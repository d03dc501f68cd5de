using System.Text;
using SearchEngine.Analysis;
using SearchEngine.Index.Analysis;

namespace SearchEngine.Benchmarks;

/// <summary>Text as a string in which a phrase of canonical units is a substring: what a scan compares.</summary>
internal static class CanonicalText
{
    private const char Boundary = '\u0001';
    private const char RunStart = '\u0002';
    private const char RunEnd = '\u0003';

    public static string Of(string text)
    {
        UnitBuffer units = new();
        StringBuilder canonical = new(text.Length);
        ChineseAnalyzer analyzer = new();
        foreach (string line in text.Split('\n'))
        {
            analyzer.Analyze(line, units);
            foreach (Unit unit in units.Units)
            {
                if (unit.IsRun)
                    canonical.Append(RunStart).Append(units.RunText(unit)).Append(RunEnd);
                else if (unit.IsBoundary)
                    canonical.Append(Boundary);
                else
                    canonical.Append(char.ConvertFromUtf32(unit.Value));
            }

            canonical.Append('\n');
        }

        return canonical.ToString();
    }
}
