using SearchEngine.Cleaning.Extraction;
using SearchEngine.Cleaning.Lines;
using SearchEngine.Reports.Model;

namespace SearchEngine.Cleaning.Fields;

/// <summary>Finds a page's index number and its own document number; numbers in the text are cited, never its
/// own.</summary>
internal static class NumberFinder
{
    // Lines in which a bare number may stand: above the text, and under the title inside it.
    private const int LinesAbove = 25, LinesInside = 20;

    public static (string? Index, string? Number) Find(
        PageFacts facts, PageOutline outline, BodyRange range, string[] lines, FieldLedger ledger)
    {
        string? index = facts.First("indexNumber")?.Value?.Split(' ')[0];
        string from = "field block 索引号";
        if (index is null && facts.Above(LinesAbove).Select(facts.Line)
            .FirstOrDefault(line => LinePatterns.IsIndexNumber(line.Text)) is { } bare)
            (index, from) = (bare.Text, "text line");
        ledger.Add("indexNumber", index, index, from, 0.95);

        List<RejectedCandidate> rejected = [];
        LabelledValue? label = facts.Labelled.FirstOrDefault(value => value.Field == "documentNumber");
        string? number = label?.Value is { } value && DocumentNumbers.IsPlausible(value) ? value : null;
        if (label?.Value is { } odd && number is null)
            rejected.Add(new RejectedCandidate(odd, "不是文号"));
        from = $"field block {label?.Label}";
        if (label is null)
        {
            number = facts.Head.Concat(range.Lines.Take(LinesInside)).Select(i => outline.Lines[i].Text)
                .FirstOrDefault(DocumentNumbers.IsWhole) is { } line ? DocumentNumbers.Unbracketed(line) : null;
            from = "text line";
        }

        rejected.AddRange(DocumentNumbers.CitedIn(lines).Where(cited => cited != number)
            .Select(cited => new RejectedCandidate(cited, "正文引用的文号")));
        ledger.Add("documentNumber", number, number, from, 0.95, rejected);
        return (index, number);
    }
}
