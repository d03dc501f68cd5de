namespace SearchEngine.Index.Analysis;

/// <summary>What a canonical unit is.</summary>
public enum UnitKind
{
    /// <summary>One character or symbol, by its code point.</summary>
    Character,

    /// <summary>A sign that is a unit like any other, and no unit in the wide mode (class B: 、 and round
    /// brackets).</summary>
    Ignorable,

    /// <summary>A run of Latin letters.</summary>
    Letters,

    /// <summary>A run of digits.</summary>
    Digits,

    /// <summary>One or more signs that no phrase crosses (class C).</summary>
    Boundary,

    /// <summary>The same, and at least one of them ends the sentence.</summary>
    SentenceEnd,
}
