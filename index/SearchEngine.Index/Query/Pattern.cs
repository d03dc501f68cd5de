using System.Globalization;
using System.Text;
using SearchEngine.Index.Indexing;

namespace SearchEngine.Index.Query;

/// <summary>A phrase, with or without wildcards, in canonical units. Two patterns with one key find the same.</summary>
internal sealed class Pattern
{
    public Pattern(IReadOnlyList<PatternElement> elements, Zone? zone)
    {
        if (elements.Count > IndexLimits.PhraseUnits)
            throw new QueryTooComplexException(nameof(IndexLimits.PhraseUnits), IndexLimits.PhraseUnits);
        // Boundaries and wildcards alone say nothing that could be looked for.
        bool says = elements.Any(e => e.Kind is ElementKind.Character or ElementKind.Run or ElementKind.RunGlob);
        Elements = says ? elements : [];
        IsLiteral = Elements.All(element => element.IsLiteral);
        Zone = zone;
        Key = KeyOf(Elements, zone);
    }

    /// <summary>Empty for a pattern that matches nothing.</summary>
    public IReadOnlyList<PatternElement> Elements { get; }

    public Zone? Zone { get; }

    public string Key { get; }

    /// <summary>True when every element stands for exactly one unit that the index knows by its term.</summary>
    public bool IsLiteral { get; }

    /// <summary>The literal stretches between the wildcards, each a pattern.</summary>
    public IReadOnlyList<Pattern> LiteralParts()
    {
        List<Pattern> parts = [];
        List<PatternElement> part = [];
        foreach (PatternElement? element in Elements.Append(null))
        {
            if (element is { IsLiteral: true })
            {
                part.Add(element);
                continue;
            }

            if (part.Exists(e => e.Kind != ElementKind.Boundary))
                parts.Add(new Pattern(part, Zone));
            part = [];
        }

        return parts;
    }

    private static string KeyOf(IReadOnlyList<PatternElement> elements, Zone? zone)
    {
        StringBuilder key = new();
        key.Append(CultureInfo.InvariantCulture, $"{zone}");
        foreach (PatternElement e in elements)
            key.Append(CultureInfo.InvariantCulture, $"|{(int)e.Kind},{e.CodePoint},{e.Text},{(int)e.RunKind}");
        return key.ToString();
    }
}
