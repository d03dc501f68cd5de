using SearchEngine.Index.Codec;
using SearchEngine.TestKit;

namespace SearchEngine.Index.Tests.Codec;

public sealed class PhraseEncoderTests
{
    [Fact]
    public void Always_writes_the_longest_phrase_that_fits()
    {
        RandomSeed seed = RandomSeed.Next();
        Random random = seed.Create();
        for (int round = 0; round < 60; round++)
        {
            string[] phrases = [.. Phrases(random, random.Next(1, 3_000)).Distinct(StringComparer.Ordinal)];
            PhraseEncoder encoder = new(TableOf(phrases));
            Dictionary<string, ushort> plain = phrases.Index().ToDictionary(
                entry => entry.Item, entry => (ushort)(entry.Index + 1), StringComparer.Ordinal);
            ushort[] codes = [];
            for (int i = 0; i < 50; i++)
            {
                string text = string.Concat(Phrases(random, random.Next(30)));
                int count = encoder.Encode(text, ref codes);

                Assert.True(Plain(text, plain).SequenceEqual(codes.AsSpan(0, count).ToArray()), $"「{text}」 {seed}");
            }
        }
    }

    [Fact]
    public void Takes_a_full_table_of_phrases_that_share_no_beginning()
    {
        Random random = new(1);
        HashSet<string> phrases = new(StringComparer.Ordinal);
        while (phrases.Count < PhraseTable.MaxCodes - 1)
            phrases.Add(Any(random, PhraseTable.MaxPhrase));
        PhraseEncoder encoder = new(TableOf([.. phrases]));
        ushort[] codes = [];

        int count = encoder.Encode(string.Concat(phrases), ref codes);

        Assert.Equal(Enumerable.Range(1, phrases.Count), codes.Take(count).Select(code => (int)code));
    }

    [Fact]
    public void Tables_of_the_same_sample_are_the_same()
    {
        Random random = new(2);
        string[] sample = [.. Enumerable.Range(0, 300).Select(_ => RandomCorpus.Text(random, random.Next(80)))];

        Assert.Equal(PhraseTrainer.Train(sample, 3).Table.ToBytes(), PhraseTrainer.Train(sample, 3).Table.ToBytes());
    }

    internal static PhraseTable TableOf(string[] phrases)
    {
        PhraseTable.Builder builder = new(phrases.Length);
        foreach (string phrase in phrases)
            builder.Add(phrase);
        return builder.Build();
    }

    /// <summary>Few different units, some of them any: many beginnings in common, many that end in nothing.</summary>
    private static IEnumerable<string> Phrases(Random random, int count)
    {
        for (; count > 0; count--)
        {
            int length = random.Next(1, PhraseTable.MaxPhrase + 1);
            yield return random.Next(20) == 0
                ? Any(random, length)
                : string.Create(length, random, static (units, random) =>
                {
                    foreach (ref char unit in units)
                        unit = "法治政府"[random.Next(4)];
                });
        }
    }

    private static string Any(Random random, int length) => string.Create(length, random, static (units, random) =>
    {
        foreach (ref char unit in units)
            unit = (char)random.Next(char.MaxValue + 1);
    });

    private static List<ushort> Plain(string text, Dictionary<string, ushort> phrases)
    {
        List<ushort> codes = [];
        for (int at = 0; at < text.Length;)
        {
            int length = Math.Min(PhraseTable.MaxPhrase, text.Length - at);
            while (length > 0 && !phrases.ContainsKey(text.Substring(at, length)))
                length--;
            codes.Add(length == 0 ? PhraseTable.Escape : phrases[text.Substring(at, length)]);
            if (length == 0)
                codes.Add(text[at]);
            at += Math.Max(1, length);
        }

        return codes;
    }
}
