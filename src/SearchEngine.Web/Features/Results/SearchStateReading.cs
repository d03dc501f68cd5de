namespace SearchEngine.Web.Features.Results;

/// <summary>An address as read: a state, or what is wrong with it.</summary>
/// <param name="State">Null when the address is at fault.</param>
/// <param name="Fault">One sentence in Chinese that names the parameter; null when the address is sound.</param>
/// <param name="IsForm">
/// True when the address came from a form with fields of its own and has a shorter spelling.
/// </param>
internal sealed record SearchStateReading(SearchState? State, string? Fault, bool IsForm = false);
