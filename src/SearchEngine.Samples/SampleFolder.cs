namespace SearchEngine.Samples;

/// <summary>One of the shipped sample sites, as it lies on disk.</summary>
/// <param name="Name">Short name, also the name of its folder, e.g. <c>jinan-shizhong</c>.</param>
/// <param name="Title">What a person calls the site.</param>
/// <param name="Folder">Absolute path of the folder that is the root of the site.</param>
/// <param name="StatesCharset">
/// True when the server names UTF-8 in Content-Type; false for the GBK site, whose pages alone say what they are.
/// </param>
public sealed record SampleFolder(string Name, string Title, string Folder, bool StatesCharset);
