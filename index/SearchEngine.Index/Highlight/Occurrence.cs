namespace SearchEngine.Index.Highlight;

/// <summary>A place where a pattern stands.</summary>
/// <param name="Paragraph">Place of its paragraph in the document.</param>
/// <param name="StartUnit">Its first unit in the paragraph.</param>
/// <param name="EndUnit">Behind its last one.</param>
/// <param name="Start">First UTF-16 position in the paragraph's text.</param>
/// <param name="End">Behind the last one.</param>
/// <param name="Sentence">Number of the sentence in the paragraph that it starts in.</param>
internal readonly record struct Occurrence(
    int Paragraph, int StartUnit, int EndUnit, int Start, int End, int Sentence);
