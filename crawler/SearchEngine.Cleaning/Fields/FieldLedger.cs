using SearchEngine.Reports.Model;

namespace SearchEngine.Cleaning.Fields;

/// <summary>Collects why each field has its value.</summary>
internal sealed class FieldLedger
{
    private readonly List<FieldEvidence> fields = [];

    public IReadOnlyList<FieldEvidence> Fields => fields;

    /// <summary>Notes a field. Raw texts are cut to their limit, rejected ones to their number.</summary>
    public void Add(
        string name, string? value, string? raw, string? from, double confidence,
            IEnumerable<RejectedCandidate>? rejected = null)
    {
        RejectedCandidate[] lost = [.. (rejected ?? []).Distinct().Take(CleaningLimits.MaxRejected)
            .Select(candidate => candidate with { Raw = Cut(candidate.Raw) })];
        if (value is not null || lost.Length > 0)
            fields.Add(new FieldEvidence(name, value, raw is null ? null : Cut(raw), value is null ? null
                : from, value is null ? 0 : confidence, lost));
    }

    private static string Cut(string raw) => raw.Length <= CleaningLimits.MaxRawChars ? raw
        : raw[..CleaningLimits.MaxRawChars];
}
