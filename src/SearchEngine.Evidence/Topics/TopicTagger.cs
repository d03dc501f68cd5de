using SearchEngine.Reports.Model;

namespace SearchEngine.Evidence.Topics;

/// <summary>
/// Gives paragraphs their topics. A paragraph has a topic when a strong trigger occurs in it, or two different weak
/// ones. A trigger that stands only inside a longer one of the same topic (生效 in 生效裁判) is not a second one.
/// Immutable; may be used from many threads.
/// </summary>
public sealed class TopicTagger
{
    private readonly IReadOnlyList<Topic> _topics;
    private readonly TriggerAutomaton _automaton;

    /// <summary>For each trigger of the automaton, the topics it speaks for.</summary>
    private readonly List<Role>[] _roles;

    /// <param name="topics">Ids distinct and ascending.</param>
    public TopicTagger(IReadOnlyList<Topic> topics)
    {
        _topics = topics;
        var roles = topics
            .SelectMany((topic, at) => Roles(topic, at))
            .GroupBy(pair => pair.Trigger, pair => pair.Role)
            .ToArray();
        _automaton = new TriggerAutomaton(roles.Select(group => group.Key));
        _roles = [.. roles.Select(group => group.ToList())];
    }

    /// <summary>The tagger of <see cref="TopicTable.Default"/>.</summary>
    public static TopicTagger Default { get; } = new(TopicTable.Default);

    /// <summary>The topics of one paragraph: distinct ids, ascending; empty when it has none.</summary>
    public IReadOnlyList<string> TopicsOf(string paragraph)
    {
        Tally[] tallies = new Tally[_topics.Count];
        foreach (TriggerAutomaton.Match match in _automaton.Scan(paragraph))
        {
            foreach (Role role in _roles[match.Trigger])
                (tallies[role.Topic] ??= new Tally()).Count(match, role.IsStrong);
        }

        return [.. _topics.Where((_, at) => tallies[at]?.IsReached == true).Select(topic => topic.Id)];
    }

    /// <summary>The topics of each line of the report and of the report as a whole.</summary>
    public ReportTopics Tag(CleanReport report)
    {
        IReadOnlyList<string>[] lines = [.. report.Lines.Select(line => TopicsOf(line.Text))];
        HashSet<string> all = [.. lines.SelectMany(ids => ids)];
        return new ReportTopics(lines, [.. _topics.Select(topic => topic.Id).Where(all.Contains)]);
    }

    private static IEnumerable<(string Trigger, Role Role)> Roles(Topic topic, int at) =>
        topic.Strong.Select(word => (TopicText.Fold(word), new Role(at, true)))
            .Concat(topic.Weak.Select(word => (TopicText.Fold(word), new Role(at, false))));

    private readonly record struct Role(int Topic, bool IsStrong);

    /// <summary>What one paragraph has shown for one topic so far.</summary>
    private sealed class Tally
    {
        /// <summary>The first standing occurrence of each weak trigger; later ones could not add anything.</summary>
        private readonly List<TriggerAutomaton.Match> _weak = [];
        private TriggerAutomaton.Match _latest;
        private bool _strong;

        public bool IsReached => _strong || _weak.Count >= 2;

        /// <summary>Matches come by ascending end, and the longest of those that end together comes first.</summary>
        public void Count(TriggerAutomaton.Match match, bool isStrong)
        {
            _strong |= isStrong;
            if (match.End == _latest.End)
                return;
            _latest = match;
            _weak.RemoveAll(seen => seen.Start >= match.Start);
            if (!_weak.Exists(seen => seen.Trigger == match.Trigger))
                _weak.Add(match);
        }
    }
}
