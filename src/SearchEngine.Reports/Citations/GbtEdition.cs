namespace SearchEngine.Reports.Citations;

/// <summary>The editions of GB/T 7714 that are in use.</summary>
public enum GbtEdition
{
    /// <summary>GB/T 7714—2025, in force since July 2026.</summary>
    Gbt2025,

    /// <summary>GB/T 7714—2015, which many journals still ask for.</summary>
    Gbt2015,
}
