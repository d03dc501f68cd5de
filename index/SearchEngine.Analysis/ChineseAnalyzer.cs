using System.Text;
using SearchEngine.Index.Analysis;

namespace SearchEngine.Analysis;

/// <summary>
/// The canonical form of Chinese text: width, case and one-to-one variants folded; quotes, book-title marks, blanks and
/// middle dots dropped; clause signs as boundaries; Latin letters and digits in runs; every other sign a unit of its
/// own.
/// </summary>
public sealed class ChineseAnalyzer : IAnalyzer
{
    /// <summary>Raise the number whenever a text's units change: indexes made before are then refused, not
    /// misread.</summary>
    public string Name => "chinese-1";

    public void Analyze(ReadOnlySpan<char> text, UnitBuffer units)
    {
        units.Clear();
        CharacterTable table = CharacterTable.Instance;
        CharacterClass run = CharacterClass.Symbol;
        for (int start = 0; start < text.Length;)
        {
            // An unpaired surrogate decodes to U+FFFD and takes one code unit.
            _ = Rune.DecodeFromUtf16(text[start..], out Rune rune, out int length);
            int end = start + length;
            (CharacterClass kind, int canonical) = table[rune.Value];
            bool continues = kind == run;
            run = kind is CharacterClass.Letter or CharacterClass.Digit ? kind : CharacterClass.Symbol;
            switch (kind)
            {
                case CharacterClass.Dropped:
                    break;
                case CharacterClass.Letter or CharacterClass.Digit:
                    if (!continues)
                        units.BeginRun(kind == CharacterClass.Letter ? UnitKind.Letters : UnitKind.Digits, start);
                    units.AppendToRun((char)canonical, end);
                    break;
                case CharacterClass.Ignorable:
                    units.AddIgnorable(canonical, start, end);
                    break;
                case CharacterClass.Clause or CharacterClass.Sentence:
                    units.AddBoundary(kind == CharacterClass.Sentence, start, end);
                    break;
                default:
                    units.AddCharacter(canonical, start, end);
                    break;
            }

            start = end;
        }
    }
}
