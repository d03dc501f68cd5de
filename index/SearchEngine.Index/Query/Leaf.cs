namespace SearchEngine.Index.Query;

/// <summary>A part of a query that has occurrences.</summary>
/// <param name="Counts">True when its occurrences are counted and marked: it is under no NOT and in no related
/// query.</param>
/// <param name="Scores">True when it adds to the score.</param>
/// <param name="Text">For explanations.</param>
internal abstract record Leaf(bool Counts, bool Scores, string Text)
{
    /// <summary>Which parameters of the score it takes.</summary>
    public Grain Grain { get; init; }

    /// <summary>Factor of its score.</summary>
    public double Weight { get; init; } = 1;
}

internal sealed record PatternLeaf(Pattern Pattern, bool Counts, bool Scores, string Text) : Leaf(Counts, Scores, Text);

internal sealed record NearLeaf(
    IReadOnlyList<Pattern> Left,
    IReadOnlyList<Pattern> Right,
    NearScope Scope,
    int Distance,
    bool Ordered,
    bool Counts,
    bool Scores,
    string Text) : Leaf(Counts, Scores, Text);
