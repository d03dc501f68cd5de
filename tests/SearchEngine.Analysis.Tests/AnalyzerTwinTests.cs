using System.Globalization;
using System.Text;
using SearchEngine.Index.Analysis;
using SearchEngine.TestKit;

namespace SearchEngine.Analysis.Tests;

/// <summary>The analyzer against <see cref="PlainAnalyzer"/>, on text of all scripts, signs and accidents.</summary>
public sealed class AnalyzerTwinTests
{
    /// <summary>How many strings to try: SEARCHENGINE_ANALYZER_STRINGS=1000000 for a long campaign.</summary>
    private const string SizeVariable = "SEARCHENGINE_ANALYZER_STRINGS";

    private const int FewStrings = 20_000;
    private const string Signs = "、（）()“”《》 ·，。；：？！,.:;!?\n\r\u3000\u200b\u00a0-—…%/＋㎡①【】「」";
    private const string Chinese = "法治政府建设情况报告依法行政府院联动聯動執行機關體廳";

    [Fact]
    public void Units_are_those_of_the_plain_rules_for_every_string()
    {
        RandomSeed seed = RandomSeed.Next();
        Random random = seed.Create();
        UnitBuffer units = new();
        string? size = Environment.GetEnvironmentVariable(SizeVariable);
        int strings = size is null ? FewStrings : int.Parse(size, CultureInfo.InvariantCulture);
        for (int i = 0; i < strings; i++)
        {
            string text = Text(random);
            new ChineseAnalyzer().Analyze(text, units);
            Assert.True(PlainAnalyzer.Units(text).SequenceEqual(Describe(units)), $"「{text}」 {seed}");
        }
    }

    [Theory]
    [InlineData('、', 600)]
    [InlineData('a', 600)]
    [InlineData('9', 255)]
    [InlineData('9', 256)]
    [InlineData('。', 300)]
    [InlineData('法', 3_000)]
    public void So_are_those_of_a_long_row_of_one_sign(char sign, int length)
    {
        UnitBuffer units = new();
        string text = new(sign, length);

        new ChineseAnalyzer().Analyze(text + "法" + text, units);

        Assert.Equal(PlainAnalyzer.Units(text + "法" + text), Describe(units));
    }

    /// <summary>Rows of one kind, short and long, one behind the other.</summary>
    private static string Text(Random random)
    {
        StringBuilder text = new();
        for (int rows = random.Next(8); rows > 0; rows--)
        {
            int kind = random.Next(7);
            for (int left = random.Next(1, 7); left > 0; left--)
                text.Append(Piece(random, kind));
        }

        return text.ToString();
    }

    private static string Piece(Random random, int kind) => kind switch
    {
        0 => Of(Signs, random),
        1 or 2 => Of(Chinese, random),
        3 => Of("abzＡＺé1９0Ñ", random),
        4 => char.ConvertFromUtf32(random.Next(0x4e00, 0xa000)),
        5 => ((char)random.Next(char.MaxValue + 1)).ToString(),
        _ => char.ConvertFromUtf32(random.Next(0x10000, 0x110000)),
    };

    private static string Of(string alphabet, Random random) => alphabet[random.Next(alphabet.Length)].ToString();

    private static List<string> Describe(UnitBuffer units)
    {
        List<string> lines = [];
        foreach (Unit unit in units.Units)
        {
            string line = unit.Kind switch
            {
                UnitKind.Letters => $"letters:{units.RunText(unit)}",
                UnitKind.Digits => $"digits:{units.RunText(unit)}",
                UnitKind.Boundary => "boundary:",
                UnitKind.SentenceEnd => "sentence:",
                UnitKind.Ignorable => "ignorable:" + char.ConvertFromUtf32(unit.Value),
                _ => "character:" + char.ConvertFromUtf32(unit.Value),
            };
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"{line}@{unit.Start}-{unit.End}"));
        }

        return lines;
    }
}
