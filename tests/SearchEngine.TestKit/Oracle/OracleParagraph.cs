using SearchEngine.Index.Analysis;
using SearchEngine.Index.Indexing;

namespace SearchEngine.TestKit.Oracle;

/// <summary>A paragraph as a row of strings, one for each canonical unit; a boundary is <see cref="Cut"/> or <see
/// cref="Stop"/>.</summary>
public sealed class OracleParagraph
{
    /// <summary>A boundary inside a sentence.</summary>
    public const string Cut = "\u0001";

    /// <summary>A boundary that ends the sentence.</summary>
    public const string Stop = "\u0002";

    public OracleParagraph(IAnalyzer analyzer, Paragraph source, bool wide)
    {
        Source = source;
        List<string> tokens = TokensOf(analyzer, source.Text, out List<bool> ignorable);
        // The end of the paragraph ends the sentence; a boundary that stands there already becomes that end.
        if (tokens.Count > 0 && tokens[^1] is Cut or Stop)
            tokens[^1] = Stop;
        else
            tokens.Add(Stop);
        ignorable.Add(false);
        Tokens = [.. tokens.Where((_, i) => !wide || !ignorable[i])];
    }

    public Paragraph Source { get; }

    public IReadOnlyList<string> Tokens { get; }

    /// <summary>Tokens of a piece of text; boundaries in a row are one.</summary>
    public static IReadOnlyList<string> TokensOf(IAnalyzer analyzer, string text, bool wide) =>
        [.. TokensOf(analyzer, text, out List<bool> ignorable).Where((_, i) => !wide || !ignorable[i])];

    private static List<string> TokensOf(IAnalyzer analyzer, string text, out List<bool> ignorable)
    {
        UnitBuffer buffer = new();
        analyzer.Analyze(text, buffer);
        List<string> tokens = [];
        ignorable = [];
        foreach (Unit unit in buffer.Units)
        {
            tokens.Add(unit.Kind switch
            {
                UnitKind.Boundary => Cut,
                UnitKind.SentenceEnd => Stop,
                UnitKind.Letters or UnitKind.Digits => buffer.RunText(unit).ToString(),
                _ => char.ConvertFromUtf32(unit.Value),
            });
            ignorable.Add(unit.Kind == UnitKind.Ignorable);
        }

        return tokens;
    }
}
