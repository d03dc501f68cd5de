using SearchEngine.Index.Store;

namespace SearchEngine.TestKit.Storage;

/// <summary>
/// A directory that knows what a power cut would leave: which bytes of which files were synced, and which creates,
/// renames and deletes a sync of the folder has made durable. For several threads: one operation happens at a time.
/// </summary>
public sealed class CrashDirectory : IDirectory
{
    private const int Sector = 512;
    private const int Page = 4_096;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Content> _names = new(StringComparer.Ordinal);
    private readonly List<Change> _unsynced = [];
    private Dictionary<string, Content> _durable = new(StringComparer.Ordinal);
    private bool _locked;

    /// <summary>Called before every operation that changes something.</summary>
    public Action<StorageOperation>? BeforeChange { get; set; }

    public IReadOnlyList<string> List()
    {
        lock (_lock)
            return [.. _names.Keys];
    }

    public long Length(string name)
    {
        lock (_lock)
            return Find(name).Bytes.Count;
    }

    public IFileWriter Create(string name)
    {
        lock (_lock)
        {
            BeforeChange?.Invoke(StorageOperation.Create);
            Content content = new();
            if (!_names.TryAdd(name, content))
                throw new IOException($"{name} exists already.");
            _unsynced.Add(new Change(null, name, content));
            return new Writer(this, content);
        }
    }

    public MappedFile OpenRead(string name)
    {
        lock (_lock)
            return new ArrayFile(Find(name).Bytes.ToArray());
    }

    public void Rename(string from, string to)
    {
        lock (_lock)
        {
            BeforeChange?.Invoke(StorageOperation.Rename);
            Content content = Find(from);
            _names.Remove(from);
            _names[to] = content;
            _unsynced.Add(new Change(from, to, content));
        }
    }

    public void Delete(string name)
    {
        lock (_lock)
        {
            if (!_names.ContainsKey(name))
                return;
            BeforeChange?.Invoke(StorageOperation.Delete);
            _names.Remove(name);
            _unsynced.Add(new Change(name, null, null));
        }
    }

    public void SyncDirectory()
    {
        lock (_lock)
        {
            BeforeChange?.Invoke(StorageOperation.SyncDirectory);
            _durable = new Dictionary<string, Content>(_names, StringComparer.Ordinal);
            _unsynced.Clear();
        }
    }

    public IDisposable LockForWriting()
    {
        lock (_lock)
        {
            if (_locked)
                throw new WriteLockHeldException("the crash directory");
            _locked = true;
            return new Held(this);
        }
    }

    /// <summary>A state that a power cut now could leave.</summary>
    public RamDirectory Image(PowerLoss loss, Random random)
    {
        lock (_lock)
        {
            Dictionary<string, Content> names = new(_durable, StringComparer.Ordinal);
            foreach (Change change in _unsynced.Where(change => Survives(change, loss, random)))
            {
                if (change.From is not null)
                    names.Remove(change.From);
                if (change.To is not null)
                    names[change.To] = change.Content!;
            }

            RamDirectory image = new();
            foreach ((string name, Content content) in names)
            {
                using IFileWriter writer = image.Create(name);
                writer.Write(Survivors(content, loss, random));
            }

            return image;
        }
    }

    private static bool Survives(Change change, PowerLoss loss, Random random) => loss switch
    {
        PowerLoss.AllLost => false,
        PowerLoss.RenamesLost => change.From is null || change.To is null,
        PowerLoss.DeletesLost => change.To is not null,
        PowerLoss.CreatesLost => change.From is not null,
        PowerLoss.Mixed => random.Next(2) == 0,
        _ => true,
    };

    private static byte[] Survivors(Content content, PowerLoss loss, Random random)
    {
        byte[] all = [.. content.Bytes];
        if (content.Synced == all.Length)
            return all;
        Span<byte> loose = all.AsSpan(content.Synced);
        switch (loss == PowerLoss.Mixed ? (PowerLoss)random.Next((int)PowerLoss.Mixed) : loss)
        {
            case PowerLoss.AllLost or PowerLoss.BytesLost:
                return all[..content.Synced];
            case PowerLoss.Prefix:
                return all[..(content.Synced + random.Next(loose.Length + 1))];
            case PowerLoss.TornSectors:
                Tear(loose, Sector, random);
                return all;
            case PowerLoss.TornPages:
                Tear(loose, Page, random);
                return all;
            case PowerLoss.BitFlipped:
                loose[random.Next(loose.Length)] ^= (byte)(1 << random.Next(8));
                return all;
            case PowerLoss.ZeroFilled:
                loose.Clear();
                return all;
            default:
                return all;
        }
    }

    private static void Tear(Span<byte> bytes, int piece, Random random)
    {
        for (int start = 0; start < bytes.Length; start += piece)
        {
            if (random.Next(2) == 0)
                bytes[start..Math.Min(bytes.Length, start + piece)].Clear();
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
            lock (owner._lock)
            {
                owner.BeforeChange?.Invoke(StorageOperation.Write);
                content.Bytes.AddRange(bytes);
            }
        }

        public void Sync()
        {
            lock (owner._lock)
            {
                owner.BeforeChange?.Invoke(StorageOperation.Sync);
                content.Synced = content.Bytes.Count;
            }
        }

        public void Dispose()
        {
        }
    }

    private sealed class Held(CrashDirectory owner) : IDisposable
    {
        public void Dispose()
        {
            lock (owner._lock)
                owner._locked = false;
        }
    }
}
