using SearchEngine.Evidence.Topics;

namespace SearchEngine.Evidence.Tests.Topics;

public sealed class TopicTableTests
{
    [Fact]
    public void Holds_the_topics_T01_to_T26_in_order()
    {
        IEnumerable<string> ids = Enumerable.Range(1, 26).Select(number => $"T{number:00}");

        Assert.Equal(ids, TopicTable.Default.Select(topic => topic.Id));
    }

    [Fact]
    public void Every_topic_has_a_name_of_its_own_and_triggers_of_both_kinds()
    {
        Assert.Equal(26, TopicTable.Default.Select(topic => topic.Name).Distinct().Count());
        Assert.All(TopicTable.Default, topic =>
        {
            Assert.NotEmpty(topic.Name);
            Assert.NotEmpty(topic.Strong);
            Assert.NotEmpty(topic.Weak);
        });
    }

    [Fact]
    public void Triggers_are_distinct_and_written_as_they_are_compared()
    {
        Assert.All(TopicTable.Default, topic =>
        {
            string[] triggers = [.. topic.Strong, .. topic.Weak];
            Assert.Equal(triggers.Distinct(), triggers);
            Assert.All(triggers, trigger => Assert.Equal(TopicText.Fold(trigger), trigger));
            Assert.All(triggers, trigger => Assert.True(trigger.Length >= 2, trigger));
        });
    }

    [Fact]
    public void No_weak_trigger_contains_a_strong_one_of_its_topic()
    {
        Assert.All(TopicTable.Default, topic => Assert.DoesNotContain(
            topic.Weak, weak => topic.Strong.Any(strong => weak.Contains(strong, StringComparison.Ordinal))));
    }

    [Fact]
    public void Names_a_topic_by_its_id()
    {
        Assert.Equal("府院联动与府检联动", TopicTable.NameOf("T19"));
        Assert.Null(TopicTable.NameOf("T27"));
    }
}
