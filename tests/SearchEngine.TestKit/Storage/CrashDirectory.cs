using SearchEngine.Index.Store;

namespace SearchEngine.TestKit.Storage;

/// <summary>
/// A directory that knows what a power cut would leave: which bytes of which files were synced, and which creates,
/// renames and
/// deletes a sync of the directory has made durable.
/// </summary>
public sealed class CrashDirectory : IDirectory
{
    private readonly Dictionary<string, Content> _names = new(StringComparer.Ordinal);
    private readonly List<Change> _unsynced = [];
    private Dictionary<string, Content> _durable = new(StringComparer.Ordinal);
    private int _directorySyncs;
    private bool _locked;

    /// <summary>Called before every operation that changes something.</summary>
    public Action? BeforeChange { get; set; }

    /// <summary>A deliberate error: syncs of files do nothing.</summary>
    public bool IgnoreFileSyncs { get; init; }

    /// <summary>A deliberate error: which of the directory syncs do nothing, by their number from 0.</summary>
    public Func<int, bool> IgnoresDirectorySync { get; init; } = _ => false;

    public IReadOnlyList<string> List() => [.. _names.Keys];

    public long Length(string name) => Find(name).Bytes.Count;

    public IFileWriter Create(string name)
    {
        BeforeChange?.Invoke();
        Content content = new();
        if (!_names.TryAdd(name, content))
            throw new IOException($"{name} exists already.");
        _unsynced.Add(new Change(null, name, content));
        return new Writer(this, content);
    }

    public MappedFile OpenRead(string name) => new ArrayFile([.. Find(name).Bytes]);

    public void Rename(string from, string to)
    {
        BeforeChange?.Invoke();
        Content content = Find(from);
        _names.Remove(from);
        _names[to] = content;
        _unsynced.Add(new Change(from, to, content));
    }

    public void Delete(string name)
    {
        if (!_names.ContainsKey(name))
            return;
        BeforeChange?.Invoke();
        _names.Remove(name);
        _unsynced.Add(new Change(name, null, null));
    }

    public void SyncDirectory()
    {
        BeforeChange?.Invoke();
        if (IgnoresDirectorySync(_directorySyncs++))
            return;
        _durable = new Dictionary<string, Content>(_names, StringComparer.Ordinal);
        _unsynced.Clear();
    }

    public IDisposable LockForWriting()
    {
        if (_locked)
            throw new WriteLockHeldException("the crash directory");
        _locked = true;
        return new Held(this);
    }

    /// <summary>
    /// A state that a power cut now could leave: some of the unsynced changes of names, in their order or not, and of
    /// unsynced
    /// bytes a prefix, all, zeros, or bytes with a bit flipped.
    /// </summary>
    public RamDirectory Image(Random random)
    {
        Dictionary<string, Content> names = new(_durable, StringComparer.Ordinal);
        int mood = random.Next(4);
        foreach (Change change in _unsynced)
        {
            bool survives = mood switch { 0 => false, 1 => true, _ => random.Next(2) == 0 };
            if (!survives)
                continue;
            if (change.From is not null)
                names.Remove(change.From);
            if (change.To is not null)
                names[change.To] = change.Content!;
        }

        RamDirectory image = new();
        foreach ((string name, Content content) in names)
        {
            using IFileWriter writer = image.Create(name);
            writer.Write(Survivors(content, random));
        }

        return image;
    }

    private static byte[] Survivors(Content content, Random random)
    {
        byte[] all = [.. content.Bytes];
        if (content.Synced == all.Length)
            return all;
        Span<byte> loose = all.AsSpan(content.Synced);
        switch (random.Next(6))
        {
            case 0:
                return all[..content.Synced];
            case 1:
                return all;
            case 2:
                loose.Clear();
                return all;
            case 3:
                loose[random.Next(loose.Length)] ^= (byte)(1 << random.Next(8));
                return all;
            case 4:
                loose[(loose.Length / 512 * random.Next(2) / 2)..].Clear();
                return all;
            default:
                return all[..(content.Synced + random.Next(loose.Length + 1))];
        }
    }

    private Content Find(string name) =>
        _names.TryGetValue(name, out Content? content) ? content : throw new FileNotFoundException(null, name);

    private sealed record Change(string? From, string? To, Content? Content);

    private sealed class Content
    {
        public List<byte> Bytes { get; } = [];

        public int Synced { get; set; }
    }

    private sealed class Writer(CrashDirectory owner, Content content) : IFileWriter
    {
        public void Write(ReadOnlySpan<byte> bytes)
        {
            owner.BeforeChange?.Invoke();
            content.Bytes.AddRange(bytes);
        }

        public void Sync()
        {
            owner.BeforeChange?.Invoke();
            if (!owner.IgnoreFileSyncs)
                content.Synced = content.Bytes.Count;
        }

        public void Dispose()
        {
        }
    }

    private sealed class Held(CrashDirectory owner) : IDisposable
    {
        public void Dispose() => owner._locked = false;
    }
}
