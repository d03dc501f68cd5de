namespace SearchEngine.Cleaning.Fields;

/// <summary>A field as the page labels it.</summary>
/// <param name="Field">Name of the field, from the dictionary.</param>
/// <param name="Label">The label as in the dictionary.</param>
/// <param name="Value">The value; null where the page leaves it empty.</param>
/// <param name="Line">Number of the line that the label is on.</param>
internal sealed record LabelledValue(string Field, string Label, string? Value, int Line);
