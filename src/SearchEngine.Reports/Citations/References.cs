namespace SearchEngine.Reports.Citations;

/// <summary>Many citations in one file: records one after another, or one JSON array.</summary>
public static class References
{
    /// <summary>Writes the citations, one in memory at a time.</summary>
    /// <returns>Citations written.</returns>
    public static int Write(TextWriter writer, IEnumerable<Citation> citations, ReferenceFormat format)
    {
        int count = 0;
        writer.Write(format == ReferenceFormat.CslJson ? "[" : "");
        foreach (Citation citation in citations)
        {
            writer.Write(format switch
            {
                ReferenceFormat.Ris => RisRecord.Format(citation),
                ReferenceFormat.BibTex => BibTexEntry.Format(citation),
                _ => (count == 0 ? "\n" : ",\n") + CslItem.Format(citation),
            });
            count++;
        }

        writer.Write(format == ReferenceFormat.CslJson ? "\n]\n" : "");
        return count;
    }
}
