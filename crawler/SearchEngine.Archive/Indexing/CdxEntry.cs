namespace SearchEngine.Archive.Indexing;

/// <summary>One line of a CDXJ index: where a capture of an address stands.</summary>
/// <param name="Key">The address as <see cref="SurtKey"/> writes it.</param>
/// <param name="Timestamp">Time of the capture, UTC, 14 digits.</param>
/// <param name="Json">The rest of the line.</param>
internal readonly record struct CdxEntry(string Key, string Timestamp, string Json) : IComparable<CdxEntry>
{
    public string Line => $"{Key} {Timestamp} {Json}\n";

    public int CompareTo(CdxEntry other)
    {
        int order = string.CompareOrdinal(Key, other.Key);
        order = order != 0 ? order : string.CompareOrdinal(Timestamp, other.Timestamp);
        return order != 0 ? order : string.CompareOrdinal(Json, other.Json);
    }
}
