namespace SearchEngine.Crawler.Tests;

/// <summary>A request as a <see cref="TestServer"/> saw it.</summary>
internal sealed record TestRequest(string Path, string Head, long At);
