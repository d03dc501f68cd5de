using System.Text.Json;
using SearchEngine.Evidence.Topics;

namespace SearchEngine.Evidence.Tests.Topics;

/// <summary>Our table against the measured one, on the five sample reports.</summary>
public sealed class TopicSeedTests
{
    [Fact]
    public void The_scan_counts_the_published_triggers_as_published()
    {
        IReadOnlyList<string> seeds = SharedMaterial.Seeds();
        Dictionary<string, string> published = PublishedCounts();

        Assert.All(Measured(), topic =>
        {
            TriggerAutomaton automaton = new(topic.Triggers.Select(TopicText.Fold).Distinct());
            string counts = string.Join('/', seeds.Select(seed => automaton.Scan(seed).Count()));
            Assert.Equal(published[topic.Id], counts);
        });
    }

    [Fact]
    public void A_paragraph_with_a_published_strong_trigger_has_our_topic()
    {
        IReadOnlyList<string> seeds = SharedMaterial.Seeds();

        Assert.All(Measured(), topic => Assert.All(
            seeds.SelectMany(seed => seed.Split('\n'))
                .Where(line => topic.Strong.Any(strong => line.Contains(strong, StringComparison.Ordinal))),
            line => Assert.Contains(topic.Id, TopicTagger.Default.TopicsOf(line))));
    }

    [Fact]
    public void A_report_without_any_published_trigger_does_not_have_our_topic()
    {
        IReadOnlyList<string> seeds = SharedMaterial.Seeds();

        Assert.All(PublishedCounts(), pair =>
        {
            string[] counts = pair.Value.Split('/');
            for (int seed = 0; seed < counts.Length; seed++)
            {
                IEnumerable<string> ours = seeds[seed].Split('\n').SelectMany(TopicTagger.Default.TopicsOf);
                if (counts[seed] == "0")
                    Assert.DoesNotContain(pair.Key, ours);
            }
        });
    }

    private static MeasuredTopic[] Measured() => JsonSerializer.Deserialize<MeasuredTopic[]>(
        File.ReadAllText(SharedMaterial.Path("data", "topics.json")), JsonSerializerOptions.Web)!;

    /// <summary>The last column of the table of topics, by id: occurrences in the five reports, e.g. 13/4/6/0/0.</summary>
    private static Dictionary<string, string> PublishedCounts() =>
        File.ReadLines(SharedMaterial.Path("design", "evidence.md"))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Where(cells => cells.Length > 3 && cells[1] is ['T', >= '0' and <= '9', >= '0' and <= '9'])
            .ToDictionary(cells => cells[1], cells => cells[^2]);

    private sealed record MeasuredTopic(string Id, string[] Triggers, string[] Strong);
}
