using System.Text;
using SearchEngine.Index.Analysis;
using SearchEngine.TestKit;

namespace SearchEngine.Analysis.Tests;

public sealed class ChineseAnalyzerTests
{
    private static readonly ChineseAnalyzer Analyzer = new();

    [Theory]
    [InlineData("府院聯動", "府|院|联|动")]
    [InlineData("ＡＢＣ１２３", "abc|123")]
    [InlineData("P2P", "p|2|p")]
    [InlineData("VIP室", "vip|室")]
    [InlineData("12 34", "12|34")]
    [InlineData("1+333", "1|+|333")]
    [InlineData("“双随机、一公开”", "双|随|机|~、|一|公|开")]
    [InlineData("乡镇（街道）", "乡|镇|~(|街|道|~)")]
    [InlineData("《法》〈治〉「政」·府•之・声", "法|治|政|府|之|声")]
    [InlineData("你好，世界。", "你|好|,|世|界|.")]
    [InlineData("完。，！成", "完|.|成")]
    [InlineData("㎡①㈠", "㎡|①|㈠")]
    [InlineData("︓﹐；", ".")]
    [InlineData("𠮷野", "𠮷|野")]
    [InlineData("Ａé", "aé")]
    [InlineData("", "")]
    public void Makes_these_units(string text, string units) => Assert.Equal(units, Describe(text));

    [Fact]
    public void Half_of_a_surrogate_pair_is_a_unit_of_its_own()
    {
        Assert.Equal("\ufffd|法|\ufffd", Describe("\ud842法\udfb7"));
    }

    [Fact]
    public void Folding_is_idempotent_for_every_code_point()
    {
        for (int code = 0; code <= 0x10ffff; code++)
        {
            if (!Rune.IsValid(code))
                continue;
            string once = Describe(char.ConvertFromUtf32(code));
            if (once is "," or "." or "" || once[0] == '~')
                continue;
            Assert.True(once == Describe(once), $"U+{code:X}: {once}");
        }
    }

    [Fact]
    public void Offsets_lead_back_to_the_piece_of_text_that_a_unit_stands_for()
    {
        RandomSeed seed = RandomSeed.Next();
        Random random = seed.Create();
        UnitBuffer units = new();
        for (int i = 0; i < 20_000; i++)
        {
            string text = i % 2 == 0 ? RandomCorpus.Text(random, random.Next(40)) : Mixed(random);
            Analyzer.Analyze(text, units);
            int before = 0;
            string canonical = Describe(units);
            foreach (Unit unit in units.Units)
            {
                Assert.True(unit.Start >= before && unit.End > unit.Start && unit.End <= text.Length, $"{text} {seed}");
                before = unit.End;
            }

            string pieces = string.Join('|', units.Units.ToArray().Select(unit => Describe(text[unit.Start..unit.End])));
            Assert.True(pieces == canonical, $"{text}: {canonical}, again {pieces}; {seed}");
        }
    }

    [Fact]
    public void A_run_over_the_limit_goes_on_as_another_unit()
    {
        UnitBuffer units = new();

        Analyzer.Analyze(new string('a', 600), units);

        Assert.Equal([255, 255, 90], units.Units.ToArray().Select(unit => unit.RunLength));
        Assert.Equal([0, 255, 510], units.Units.ToArray().Select(unit => unit.Start));
    }

    private static string Mixed(Random random)
    {
        StringBuilder text = new();
        for (int left = random.Next(30); left > 0; left--)
        {
            int code = random.Next(5) == 0 ? random.Next(0x20000, 0x30000) : random.Next(0x10000);
            text.Append(code is >= 0xd800 and < 0xe000 ? ((char)code).ToString() : char.ConvertFromUtf32(code));
        }

        return text.ToString();
    }

    private static string Describe(string text)
    {
        UnitBuffer units = new();
        Analyzer.Analyze(text, units);
        return Describe(units);
    }

    private static string Describe(UnitBuffer units) => string.Join('|', units.Units.ToArray().Select(unit => unit.Kind switch
    {
        UnitKind.Boundary => ",",
        UnitKind.SentenceEnd => ".",
        UnitKind.Ignorable => "~" + char.ConvertFromUtf32(unit.Value),
        UnitKind.Letters or UnitKind.Digits => units.RunText(unit).ToString(),
        _ => char.ConvertFromUtf32(unit.Value),
    }));
}
