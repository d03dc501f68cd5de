using System.Globalization;
using System.Text;
using SearchEngine.TestKit;

namespace SearchEngine.Analysis.Tests;

/// <summary>
/// The rules of the canonical text written down once more, one code point after the other and with nothing of the
/// analyzer's: what it must agree with. Slow.
/// </summary>
internal static class PlainAnalyzer
{
    private const int LongestRun = 255;
    private const int LongestRow = 255;

    private static readonly Dictionary<string, string> Folding = File
        .ReadLines(Path.Combine(RepoPaths.Root, "index", "SearchEngine.Analysis", "Data", "folding.txt"))
        .Where(line => line.Length > 0)
        .Select(line => line.EnumerateRunes().Select(rune => rune.ToString()).ToArray())
        .ToDictionary(pair => pair[0], pair => pair[1]);

    /// <summary>The units as text, each "kind:content@start-end".</summary>
    public static IReadOnlyList<string> Units(string text)
    {
        List<(string Kind, string Content, int Start, int End)> units = [];
        int row = 0;
        int before = 0;
        int start = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            int end = start + rune.Utf16SequenceLength;
            string form = Canonical(rune);
            string kind = KindOf(form);
            (string Kind, string Content, int Start, int End) last = units.Count > 0 ? units[^1] : default;
            bool touches = before == start && last.Kind == kind;
            row = kind == "ignorable" ? row + 1 : kind == "dropped" ? row : 0;
            if (kind is "letters" or "digits" && touches && last.Content.Length < LongestRun)
                units[^1] = (kind, last.Content + form, last.Start, end);
            else if (kind is "boundary" or "sentence" && last.Kind is "boundary" or "sentence")
                units[^1] = (last.Kind == "sentence" ? last.Kind : kind, "", last.Start, end);
            else if (kind is "boundary" or "sentence")
                units.Add((kind, "", start, end));
            else if (kind == "ignorable" && row > LongestRow)
                units.Add(("character", form, start, end));
            else if (kind != "dropped")
                units.Add((kind, form, start, end));
            if (kind == "ignorable" && row > LongestRow)
                row = 0;
            start = end;
            before = kind == "dropped" ? -1 : end;
        }

        return [.. units.Select(unit => string.Create(
            CultureInfo.InvariantCulture, $"{unit.Kind}:{unit.Content}@{unit.Start}-{unit.End}"))];
    }

    private static string Canonical(Rune rune)
    {
        string form = rune.ToString();
        while (Rune.ToLowerInvariant(Rune.GetRuneAt(Folding.GetValueOrDefault(form, form), 0)).ToString() is { } next
            && next != form)
            form = next;
        return form;
    }

    private static string KindOf(string form)
    {
        int code = Rune.GetRuneAt(form, 0).Value;
        if ("\"'“”‘’「」《》〈〉·•・\u200b\u2060\ufeff".Contains(form, StringComparison.Ordinal))
            return "dropped";
        if ("、()".Contains(form, StringComparison.Ordinal))
            return "ignorable";
        if (",:".Contains(form, StringComparison.Ordinal))
            return "boundary";
        if ("。;!?\n\r\v\f\u0085\u2028\u2029".Contains(form, StringComparison.Ordinal))
            return "sentence";
        if (form.Length == 1 && char.IsWhiteSpace(form[0]))
            return "dropped";
        if (form.Length == 1 && char.IsAsciiDigit(form[0]))
            return "digits";
        bool latin = code is (>= 0xc0 and <= 0x24f) or (>= 0x1e00 and <= 0x1eff) && form is not ("×" or "÷");
        return latin || (form.Length == 1 && char.IsAsciiLetterLower(form[0])) ? "letters" : "character";
    }
}
