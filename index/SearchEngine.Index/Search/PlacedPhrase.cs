namespace SearchEngine.Index.Search;

/// <summary>An occurrence by its positions in the segment, and the group in which it can have a partner.</summary>
internal readonly record struct PlacedPhrase(int Group, int Start, int End) : IComparable<PlacedPhrase>
{
    public int CompareTo(PlacedPhrase other)
    {
        int byGroup = Group.CompareTo(other.Group);
        int byStart = byGroup != 0 ? byGroup : Start.CompareTo(other.Start);
        return byStart != 0 ? byStart : End.CompareTo(other.End);
    }
}
