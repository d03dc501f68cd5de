namespace SearchEngine.Index.Codec;

/// <summary>A set of numbers, ascending, that says which blocks of a list need not be read.</summary>
internal interface IPositionSet
{
    /// <summary>The least member that is not below a number; <see cref="int.MaxValue"/> when there is none.</summary>
    int NextFrom(int number);
}
