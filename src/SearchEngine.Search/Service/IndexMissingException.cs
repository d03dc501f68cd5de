namespace SearchEngine.Search.Service;

/// <summary>There is no index to search yet. The message is Chinese, for the person who asked.</summary>
/// <param name="inner">What opening it said, when a folder was there.</param>
public sealed class IndexMissingException(Exception? inner = null)
    : Exception("这里还没有索引：先用 import、crawl 或 index 建立。", inner);
