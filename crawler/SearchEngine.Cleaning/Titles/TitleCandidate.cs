namespace SearchEngine.Cleaning.Titles;

/// <summary>A text that may be the title.</summary>
/// <param name="Text">Its characters.</param>
/// <param name="From">Where it stands.</param>
/// <param name="Score">What speaks for it; see <see cref="TitleFinder"/>.</param>
/// <param name="Parts">The lines it was merged from, when more than one.</param>
internal sealed record TitleCandidate(string Text, string From, double Score, IReadOnlyList<string>? Parts = null);
