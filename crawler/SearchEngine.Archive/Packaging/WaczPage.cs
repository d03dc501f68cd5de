namespace SearchEngine.Archive.Packaging;

/// <summary>A page that a package's table of contents names.</summary>
/// <param name="Url">Address.</param>
/// <param name="CapturedAt">Time of the capture.</param>
/// <param name="Title">Title; null where there is none.</param>
/// <param name="Id">Id by which the store knows the page.</param>
public sealed record WaczPage(string Url, DateTimeOffset CapturedAt, string? Title, string Id);
