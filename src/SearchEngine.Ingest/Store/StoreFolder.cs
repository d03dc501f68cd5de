namespace SearchEngine.Ingest.Store;

/// <summary>The folder that holds archive, catalogue and index, and the names in it.</summary>
public sealed class StoreFolder
{
    private StoreFolder(string root) => Root = root;

    public string Root { get; }

    /// <summary>WARC files: the source of everything else.</summary>
    public string Archive => Path.Combine(Root, "archive");

    /// <summary>SQLite: captures, pages, fields. Derived.</summary>
    public string Catalogue => Path.Combine(Root, "catalogue.db");

    /// <summary>SQLite: what the crawler still has to fetch.</summary>
    public string Frontier => Path.Combine(Root, "frontier.db");

    /// <summary>Segments and commits. Derived.</summary>
    public string Index => Path.Combine(Root, "index");

    internal string LockFile => Path.Combine(Root, "ingest.lock");

    /// <summary>A store to read from.</summary>
    /// <exception cref="StoreException">There is no such folder, or it is no store.</exception>
    public static StoreFolder Existing(string root)
    {
        var store = new StoreFolder(Path.GetFullPath(root));
        if (File.Exists(store.Root))
            throw new StoreException($"“{root}”是一个文件，不是存放数据的文件夹。请用 --store 另指一个文件夹。");
        if (!File.Exists(store.Catalogue) && !Directory.Exists(store.Archive))
        {
            throw new StoreException(
                $"“{root}”里还没有数据。先用 searchengine demo、crawl 或 import 收进一些报告，或用 --store 指明已有数据的文件夹。");
        }

        return store;
    }

    /// <summary>A store to write to; the folder is made when missing.</summary>
    /// <exception cref="StoreException">The folder cannot be made.</exception>
    public static StoreFolder Create(string root)
    {
        var store = new StoreFolder(Path.GetFullPath(root));
        if (File.Exists(store.Root))
            throw new StoreException($"“{root}”是一个文件，不是存放数据的文件夹。请用 --store 另指一个文件夹。");
        try
        {
            Directory.CreateDirectory(store.Archive);
            Directory.CreateDirectory(store.Index);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"文件夹“{root}”建不起来（{error.Message}）。请检查权限和磁盘空间。");
        }

        return store;
    }
}
