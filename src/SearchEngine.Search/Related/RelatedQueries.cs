using System.Text;
using SearchEngine.Analysis.Segmentation;
using SearchEngine.Index.Query;

namespace SearchEngine.Search.Related;

/// <summary>
/// Reads texts for related results by their words: what asks (如何, 是否) weighs nothing. Words rank and never match: the
/// documents found are the same whatever the lexicon. May be used from several threads.
/// </summary>
/// <param name="segmenter">Parts a text into words; made at the first text that is read by them.</param>
internal sealed class RelatedQueries(Func<Segmenter> segmenter)
{
    private const string Resource = "question-words.txt";

    private static readonly HashSet<string> QuestionWords = [.. ReadQuestionWords()];

    /// <summary>With the shipped words.</summary>
    public static RelatedQueries Shipped { get; } = new(static () => Segmenter.Shipped);

    /// <summary>The engine's query for documents on the same matter as a text.</summary>
    /// <param name="text">As typed.</param>
    /// <param name="share">Part of the text's bigrams that a document must hold.</param>
    public RelatedQuery Of(string text, double share = RelatedQuery.DefaultShare)
    {
        WordBuffer words = new();
        segmenter().Cut(text, words);
        RelatedWord[] weighted = new RelatedWord[words.Count];
        for (int i = 0; i < weighted.Length; i++)
        {
            (int start, int end) = (words.Start(i), words.Ends[i]);
            weighted[i] = new RelatedWord(start, end, QuestionWords.Contains(text[start..end]) ? 0 : 1);
        }

        return new RelatedQuery(text, share) { Words = weighted };
    }

    private static IEnumerable<string> ReadQuestionWords()
    {
        Stream stream = typeof(RelatedQueries).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"{Resource} is not part of this assembly.");
        using StreamReader reader = new(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
                yield return line;
        }
    }
}
