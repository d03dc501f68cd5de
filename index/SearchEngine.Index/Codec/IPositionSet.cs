namespace SearchEngine.Index.Codec;

/// <summary>A set of positions that says which blocks of a list need not be read.</summary>
internal interface IPositionSet
{
    /// <summary>False when no position from <paramref name="first"/> to <paramref name="last"/> is wanted.</summary>
    bool MayHold(int first, int last);
}
