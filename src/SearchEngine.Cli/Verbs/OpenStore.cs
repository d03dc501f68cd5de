using SearchEngine.Ingest.Store;
using SearchEngine.Search;
using SearchEngine.Search.Service;

namespace SearchEngine.Cli.Verbs;

/// <summary>Opens what the reading verbs need.</summary>
internal static class OpenStore
{
    /// <exception cref="StoreException">There is no store.</exception>
    public static SearchService Service(string root) => new(StoreFolder.Existing(root).Index, SearchLimits.CommandLine);
}
