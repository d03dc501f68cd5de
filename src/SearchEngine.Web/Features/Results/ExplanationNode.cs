using SearchEngine.Search.Answers;

namespace SearchEngine.Web.Features.Results;

/// <summary>A node of a score's explanation and its depth from 1, so that drawing it ends.</summary>
public sealed record ExplanationNode(ScoreExplanation Explanation, int Depth)
{
    public IReadOnlyList<ExplanationNode> Parts =>
        Depth >= WebLimits.ExplanationDepth
            ? []
            : [.. Explanation.Parts.Select(part => new ExplanationNode(part, Depth + 1))];
}
