using SearchEngine.Evidence.Topics;

namespace SearchEngine.Evidence.Tests.Topics;

public sealed class TriggerAutomatonTests
{
    [Fact]
    public void Finds_nested_and_overlapping_triggers_the_longest_first()
    {
        TriggerAutomaton automaton = new(["复议", "行政复议", "议案"]);

        IEnumerable<(int, int, int)> found = automaton.Scan("行政复议案").Select(m => (m.Trigger, m.Start, m.End));

        Assert.Equal([(1, 0, 4), (0, 2, 4), (2, 3, 5)], found);
    }

    [Fact]
    public void Finds_what_a_search_for_each_trigger_finds()
    {
        int seed = Random.Shared.Next();
        Random random = new(seed);
        for (int round = 0; round < 300; round++)
        {
            string[] triggers = [.. Enumerable.Range(0, 8).Select(_ => Letters(random, 1, 4)).Distinct()];
            string text = Letters(random, 0, 60);

            (int, int)[] found =
                [.. new TriggerAutomaton(triggers).Scan(text).Select(match => (match.Trigger, match.Start)).Order()];

            IEnumerable<(int, int)> expected =
                from trigger in Enumerable.Range(0, triggers.Length)
                from start in Enumerable.Range(0, text.Length)
                where string.CompareOrdinal(text, start, triggers[trigger], 0, triggers[trigger].Length) == 0
                select (trigger, start);
            Assert.True(expected.Order().SequenceEqual(found), $"seed {seed}, round {round}: {text}");
        }
    }

    private static string Letters(Random random, int atLeast, int atMost) =>
        string.Concat(Enumerable.Range(0, random.Next(atLeast, atMost + 1)).Select(_ => "府院检"[random.Next(3)]));
}
