using System.Text;
using SearchEngine.Index.Analysis;
using SearchEngine.TestKit;

namespace SearchEngine.Analysis.Tests;

/// <summary>E8: laws of the analysis over strings of mixed scripts.</summary>
public sealed class AnalysisLawsTests
{
    private const int Usual = 20_000;

    private static readonly ChineseAnalyzer Analyzer = new();

    [Fact]
    public void Units_are_ordered_lead_back_to_the_text_and_are_canonical_already()
    {
        RandomSeed seed = RandomSeed.Next();
        Random random = seed.Create();
        UnitBuffer units = new();
        UnitBuffer again = new();
        int strings = Amount.Of("E8", Usual);
        for (int i = 0; i < strings; i++)
        {
            string text = i % 2 == 0 ? RandomCorpus.Text(random, random.Next(60)) : Mixed(random);
            Analyzer.Analyze(text, units);
            string canonical = Describe(units);
            int before = 0;
            foreach (Unit unit in units.Units)
            {
                Assert.True(unit.Start >= before && unit.End > unit.Start && unit.End <= text.Length,
                    $"「{text}」 {seed}");
                before = unit.End;
            }

            // Each unit alone, analysed as a query is, is the same unit.
            foreach (Unit unit in units.Units)
            {
                Analyzer.Analyze(text.AsSpan(unit.Start, unit.End - unit.Start), again);
                Assert.True(Describe(again) == Describe(units, unit) + "|", $"「{text}」 at {unit.Start}; {seed}");
            }

            // The canonical text, analysed again, is itself.
            Analyzer.Analyze(Text(units), again);
            Assert.True(Describe(again) == canonical, $"「{text}」: {canonical}, again {Describe(again)}; {seed}");
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"E8 strings={strings} wrong=0");
    }

    /// <summary>The units as text: a blank parts two runs, as it does in a document.</summary>
    private static string Text(UnitBuffer units)
    {
        StringBuilder text = new();
        foreach (Unit unit in units.Units)
        {
            if (unit.IsRun)
                text.Append(units.RunText(unit)).Append(' ');
            else if (unit.IsBoundary)
                text.Append(unit.Kind == UnitKind.SentenceEnd ? '。' : '，');
            else
                text.Append(char.ConvertFromUtf32(unit.Value));
        }

        return text.ToString();
    }

    private static string Describe(UnitBuffer units)
    {
        StringBuilder text = new();
        foreach (Unit unit in units.Units)
            text.Append(Describe(units, unit)).Append('|');
        return text.ToString();
    }

    private static string Describe(UnitBuffer units, in Unit unit) => unit.IsRun
        ? $"{unit.Kind} {units.RunText(unit)}"
        : $"{unit.Kind} {unit.Value}";

    private static string Mixed(Random random)
    {
        StringBuilder text = new();
        for (int left = random.Next(40); left > 0; left--)
        {
            int code = random.Next(8) switch
            {
                0 => random.Next(0x20000, 0x30000),
                1 => random.Next(0x21, 0x250),
                2 => random.Next(0xff00, 0xffef),
                3 => random.Next(0x3000, 0x3400),
                4 => random.Next(0x2000, 0x2100),
                _ => random.Next(0x10000),
            };
            text.Append(code is >= 0xd800 and < 0xe000 ? ((char)code).ToString() : char.ConvertFromUtf32(code));
        }

        return text.ToString();
    }
}
