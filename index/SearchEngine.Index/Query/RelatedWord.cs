namespace SearchEngine.Index.Query;

/// <summary>A word of a related query's text and what it weighs in the score.</summary>
/// <param name="Start">First UTF-16 position.</param>
/// <param name="End">Position behind the last one.</param>
/// <param name="Weight">1 as a rule, 0 for a word that says nothing of the text's matter.</param>
public readonly record struct RelatedWord(int Start, int End, double Weight);
