namespace SearchEngine.Analysis;

/// <summary>What a character is to the canonical text.</summary>
internal enum CharacterClass
{
    /// <summary>A unit of its own: the first, so that an entry of the table that is no more than a code point is
    /// one.</summary>
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

    /// <summary>Half of a surrogate pair: the class is that of the whole code point.</summary>
    Surrogate,
}
