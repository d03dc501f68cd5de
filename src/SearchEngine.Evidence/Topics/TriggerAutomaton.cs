namespace SearchEngine.Evidence.Topics;

/// <summary>Finds all triggers in a text in one pass.</summary>
/// <remarks>
/// The string matching automaton of Aho and Corasick, "Efficient string matching: an aid to bibliographic search",
/// CACM 18(6), 1975: <c>Next</c> is their goto function, <c>Fallback</c> their failure function. Time grows with the
/// text and the number of matches, not with the number of triggers. Immutable once built.
/// </remarks>
internal sealed class TriggerAutomaton
{
    private readonly List<Node> _nodes = [new Node()];
    private readonly string[] _triggers;

    /// <param name="triggers">Distinct, folded, not empty. A match names its trigger by the position in this list.</param>
    public TriggerAutomaton(IEnumerable<string> triggers)
    {
        _triggers = [.. triggers];
        for (int trigger = 0; trigger < _triggers.Length; trigger++)
            Add(_triggers[trigger], trigger);
        LinkFallbacks();
    }

    /// <summary>
    /// Every occurrence of every trigger in the folded text, ascending by end; overlapping and nested ones as well.
    /// </summary>
    public IEnumerable<Match> Scan(string text)
    {
        int state = 0;
        int end = 0;
        foreach (char raw in text)
        {
            if (TopicText.Fold(raw) is not { } c)
                continue;
            end++;
            state = Step(state, c);
            foreach (int trigger in _nodes[state].Ends)
                yield return new Match(trigger, end - _triggers[trigger].Length, end);
        }
    }

    private void Add(string trigger, int index)
    {
        int state = 0;
        foreach (char c in trigger)
        {
            if (!_nodes[state].Next.TryGetValue(c, out int next))
            {
                next = _nodes.Count;
                _nodes[state].Next.Add(c, next);
                _nodes.Add(new Node());
            }

            state = next;
        }

        _nodes[state].Ends.Add(index);
    }

    /// <summary>Breadth first, so that a node's fallback, which is shorter, is complete before the node.</summary>
    private void LinkFallbacks()
    {
        Queue<int> open = new(_nodes[0].Next.Values);
        while (open.TryDequeue(out int state))
        {
            foreach ((char c, int next) in _nodes[state].Next)
            {
                _nodes[next].Fallback = Step(_nodes[state].Fallback, c);
                _nodes[next].Ends.AddRange(_nodes[_nodes[next].Fallback].Ends);
                open.Enqueue(next);
            }
        }
    }

    private int Step(int state, char c)
    {
        int next;
        while (!_nodes[state].Next.TryGetValue(c, out next) && state != 0)
            state = _nodes[state].Fallback;
        return next;
    }

    /// <summary>An occurrence; <c>Start</c> and <c>End</c> count folded characters, half-open.</summary>
    internal readonly record struct Match(int Trigger, int Start, int End);

    private sealed class Node
    {
        public Dictionary<char, int> Next { get; } = [];

        /// <summary>The triggers that end here, the longest first.</summary>
        public List<int> Ends { get; } = [];

        public int Fallback { get; set; }
    }
}
