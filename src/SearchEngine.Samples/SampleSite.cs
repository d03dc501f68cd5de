namespace SearchEngine.Samples;

/// <summary>A sample site while it is being served.</summary>
/// <param name="Name">Short name, e.g. <c>jinan-shizhong</c>.</param>
/// <param name="Title">What a person calls the site.</param>
/// <param name="Folder">Absolute path of its root folder.</param>
/// <param name="StartUri">Address a crawl starts from; its host and port are the site's alone.</param>
public sealed record SampleSite(string Name, string Title, string Folder, Uri StartUri);
