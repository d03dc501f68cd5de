using SearchEngine.TestKit;

namespace SearchEngine.Search.Tests.Service;

public sealed class ExclusionPropertyTests
{
    private const string Alphabet = "府院联动检";

    [Fact]
    public void An_exclusion_takes_its_own_hits_away_and_changes_nothing_else()
    {
        RandomSeed seed = RandomSeed.Next();
        Random random = seed.Create();
        using TestIndex index = TestIndex.Of(Enumerable.Range(0, 200).Select(i =>
            Reports.Saying($"r{i:D3}", [.. Enumerable.Range(0, 1 + random.Next(3)).Select(_ => Text(random, 8) + "。")])));

        for (int i = 0; i < 300; i++)
        {
            string rest = random.Next(3) switch
            {
                0 => $"{Text(random, 2)} {Text(random, 2)}",
                1 => $"{Text(random, 2)} 或 {Text(random, 3)}",
                _ => $"({Text(random, 2)} 或 {Text(random, 2)}) {Text(random, 1)}",
            };
            string excluded = Text(random, 2);

            string[] expected = [.. index.Ids(rest).Except(index.Ids(excluded))];

            Assert.True(expected.SequenceEqual(index.Ids($"{rest} -{excluded}")), $"{rest} -{excluded}; {seed.Replay}");
            Assert.True(expected.SequenceEqual(index.Ids($"-{excluded} {rest}")), $"-{excluded} {rest}; {seed.Replay}");
        }
    }

    private static string Text(Random random, int most) =>
        new([.. Enumerable.Range(0, 1 + random.Next(most)).Select(_ => Alphabet[random.Next(Alphabet.Length)])]);
}
