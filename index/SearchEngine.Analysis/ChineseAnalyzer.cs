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
        for (int at = 0; at < text.Length;)
        {
            at = AddPlain(table, text, at, units);
            if (at < text.Length)
                at = AddOther(table, text, at, units);
        }
    }

    /// <summary>Adds the characters up to the first that is more than a unit of its own: nine of ten, so this loop is
    /// the price of analysis. Returns where it stopped.</summary>
    private static int AddPlain(CharacterTable table, ReadOnlySpan<char> text, int at, UnitBuffer units)
    {
        ReadOnlySpan<int> entries = table.Basic;
        ReadOnlySpan<char> rest = text[at..];
        Span<Unit> room = units.Room(rest.Length);
        int count = 0;
        while (count < rest.Length && count < room.Length)
        {
            int entry = entries[rest[count]];
            if (entry > CharacterTable.LastPlain)
                break;
            room[count] = new Unit(UnitKind.Character, entry, 0, at + count, at + count + 1);
            count++;
        }

        units.Take(count);
        return at + count;
    }

    /// <summary>Adds any character, and the rest of the run that it begins. Returns the position behind.</summary>
    private static int AddOther(CharacterTable table, ReadOnlySpan<char> text, int at, UnitBuffer units)
    {
        int entry = table.EntryAt(text, at, out int length);
        CharacterClass kind = CharacterTable.ClassOfEntry(entry);
        int canonical = CharacterTable.CanonicalOfEntry(entry);
        int end = at + length;
        switch (kind)
        {
            case CharacterClass.Dropped:
                return end;
            case CharacterClass.Letter or CharacterClass.Digit:
                return AddRun(table, text, at, units);
            case CharacterClass.Ignorable:
                units.AddIgnorable(canonical, at, end);
                return end;
            case CharacterClass.Clause or CharacterClass.Sentence:
                units.AddBoundary(kind == CharacterClass.Sentence, at, end);
                return end;
            default:
                units.AddCharacter(canonical, at, end);
                return end;
        }
    }

    private static int AddRun(CharacterTable table, ReadOnlySpan<char> text, int at, UnitBuffer units)
    {
        int entry = table.EntryAt(text, at, out int length);
        CharacterClass kind = CharacterTable.ClassOfEntry(entry);
        units.BeginRun(kind == CharacterClass.Letter ? UnitKind.Letters : UnitKind.Digits, at);
        do
        {
            at += length;
            units.AppendToRun((char)CharacterTable.CanonicalOfEntry(entry), at);
            if (at == text.Length)
                break;
            entry = table.EntryAt(text, at, out length);
        }
        while (CharacterTable.ClassOfEntry(entry) == kind);

        return at;
    }
}
