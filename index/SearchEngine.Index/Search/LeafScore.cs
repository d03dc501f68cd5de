namespace SearchEngine.Index.Search;

/// <summary>What turns the occurrences of a leaf in a segment's documents into scores.</summary>
/// <param name="Weight">The leaf's weight times its idf; 0 for a leaf that does not score.</param>
/// <param name="Gain">k1 + 1.</param>
/// <param name="TitleWeight">How often an occurrence in a title counts.</param>
/// <param name="Norms">The norm of each document, above 0.</param>
internal readonly record struct LeafScore(double Weight, double Gain, int TitleWeight, double[] Norms);
