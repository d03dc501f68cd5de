namespace SearchEngine.Analysis;

/// <summary>What a character is to the canonical text.</summary>
internal enum CharacterClass
{
    /// <summary>A unit of its own.</summary>
    Symbol,

    /// <summary>Class A: no unit.</summary>
    Dropped,

    /// <summary>Class B: a unit that the wide mode ignores.</summary>
    Ignorable,

    /// <summary>Class C inside a sentence: ， and ：.</summary>
    Clause,

    /// <summary>Class C that ends a sentence: 。！？；, and line ends.</summary>
    Sentence,

    /// <summary>Part of a run of Latin letters.</summary>
    Letter,

    /// <summary>Part of a run of digits.</summary>
    Digit,
}
