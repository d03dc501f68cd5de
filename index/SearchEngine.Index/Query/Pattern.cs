using System.Globalization;
using System.Text;
using SearchEngine.Index.Indexing;

namespace SearchEngine.Index.Query;

/// <summary>A phrase, with or without wildcards, in canonical units. Two patterns with one key find the same.</summary>
internal sealed class Pattern
{
    public Pattern(IReadOnlyList<PatternElement> elements, Zone? zone, int slop = 0)
    {
        if (elements.Count > IndexLimits.PhraseUnits)
            throw new QueryTooComplexException(nameof(IndexLimits.PhraseUnits), IndexLimits.PhraseUnits);
        // Boundaries and wildcards alone say nothing that could be looked for.
        bool says = elements.Any(e => e.Kind is ElementKind.Character or ElementKind.Run or ElementKind.RunGlob);
        Elements = says ? elements : [];
        Slop = Elements.Count > 1 ? slop : 0;
        IsLiteral = Slop == 0 && Elements.All(element => element.IsLiteral);
        IsOfOneLength = Slop == 0 && Elements.All(element => element.Kind != ElementKind.Gap);
        Zone = zone;
        Key = KeyOf(Elements, zone, Slop);
    }

    /// <summary>Empty for a pattern that matches nothing.</summary>
    public IReadOnlyList<PatternElement> Elements { get; }

    public Zone? Zone { get; }

    public string Key { get; }

    /// <summary>Units that may stand between the elements, in all; then every element is a character or a run.</summary>
    public int Slop { get; }

    /// <summary>True when nothing may stand between the elements and every one stands for exactly one unit that the
    /// index knows by its term.</summary>
    public bool IsLiteral { get; }

    /// <summary>True when every element stands for exactly one unit.</summary>
    public bool IsOfOneLength { get; }

    private static string KeyOf(IReadOnlyList<PatternElement> elements, Zone? zone, int slop)
    {
        StringBuilder key = new();
        key.Append(CultureInfo.InvariantCulture, $"{zone}~{slop}");
        foreach (PatternElement e in elements)
            key.Append(CultureInfo.InvariantCulture, $"|{(int)e.Kind},{e.CodePoint},{e.Text},{(int)e.RunKind}");
        return key.ToString();
    }
}
