namespace SearchEngine.Reports.Citations;

/// <summary>The forms that reference managers read.</summary>
public enum ReferenceFormat
{
    Ris,
    BibTex,
    CslJson,
}
