namespace SearchEngine.Index.Query;

/// <summary>A distinct term of a related query.</summary>
/// <param name="Elements">A character and its neighbour, or a character or run alone.</param>
/// <param name="Grain"><see cref="Grain.Pair"/> or <see cref="Grain.Single"/>.</param>
/// <param name="Weight">Sum of what its places in the text weigh.</param>
internal sealed record RelatedTerm(PatternElement[] Elements, Grain Grain, double Weight);
