using System.Globalization;
using System.Text;
using SearchEngine.Index.Codec;
using SearchEngine.Index.Reading;
using SearchEngine.Index.Schema;

namespace SearchEngine.Index.Store;

/// <summary>
/// Reads and writes commit files. A commit is one small file that appears under its name by a rename, when all that it
/// names is durable already; the highest number is the state of the index.
/// </summary>
internal static class CommitFile
{
    private const string Prefix = "commit_";
    private const string TemporarySuffix = ".tmp";

    /// <summary>A commit file names some files for each segment; one over this is not a commit.</summary>
    private const int MaxLength = 1 << 26;

    public static string NameOf(long generation) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{generation}");

    /// <summary>Numbers of all commits in a directory, descending. Unfinished ones (.tmp) are not commits.</summary>
    public static IReadOnlyList<long> Generations(IDirectory directory) =>
    [
        .. directory.List()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => long.TryParse(
                name.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : -1)
            .Where(number => number >= 0)
            .OrderDescending(),
    ];

    /// <summary>
    /// Makes a commit: write under a passing name, sync, rename, sync the directory. What it names must be durable.
    /// When this throws, the commit may or may not be there after the next start, never half of it.
    /// </summary>
    public static void Write(IDirectory directory, CommitPoint commit)
    {
        string name = NameOf(commit.Generation);
        using (IndexFileWriter file = new(directory, name + TemporarySuffix, FileKind.Commit, Guid.NewGuid()))
        {
            file.BeginSection();
            WriteBody(file, commit);
            file.EndSection();
            file.Finish();
        }

        directory.Rename(name + TemporarySuffix, name);
        directory.SyncDirectory();
    }

    /// <summary>Reads a commit whole. <see cref="CorruptIndexException"/> unless every byte of it is as it was
    /// written.</summary>
    public static CommitPoint Read(IDirectory directory, long generation)
    {
        string name = NameOf(generation);
        using MappedFile file = directory.OpenRead(name);
        uint checksum = FileEnvelope.Check(file, name, FileKind.Commit, id: null);
        uint actual = FileEnvelope.ChecksumOf(file);
        if (checksum != actual)
            throw new CorruptIndexException(name, -1, $"checksum {checksum:x8}", $"{actual:x8}");
        long length = file.Length - FileEnvelope.HeaderLength - FileEnvelope.FooterLength;
        if (length > MaxLength)
            throw new CorruptIndexException(name, -1, $"at most {MaxLength} bytes", $"{length}");
        BodyReader body = new(name, file.Slice(FileEnvelope.HeaderLength, (int)length));
        CommitPoint commit = ReadBody(ref body);
        return commit.Generation == generation
            ? commit
            : throw new CorruptIndexException(name, -1, $"generation {generation}", $"{commit.Generation}");
    }

    private static void WriteBody(IndexFileWriter file, CommitPoint commit)
    {
        file.WriteVarInt((ulong)commit.Generation);
        file.WriteVarInt((ulong)commit.NextName);
        file.WriteString(commit.Analyzer);
        file.WriteVarInt((ulong)commit.Schema.Roles);
        file.WriteVarInt((ulong)commit.Schema.Fields.Count);
        foreach (FieldSpec field in commit.Schema.Fields)
        {
            file.WriteString(field.Name);
            file.WriteVarInt((ulong)field.Kind);
        }

        file.WriteVarInt((ulong)commit.Segments.Count);
        foreach (SegmentEntry segment in commit.Segments)
        {
            file.WriteString(segment.Name);
            file.WriteBytes(segment.Id.ToByteArray());
            file.WriteVarInt((ulong)segment.Documents);
            file.WriteVarInt((ulong)segment.LiveDocuments);
            file.WriteVarInt((ulong)segment.AllFiles.Count());
            foreach (FileEntry entry in segment.AllFiles)
                WriteEntry(file, entry);
        }

        file.WriteVarInt((ulong)commit.UserData.Count);
        foreach ((string key, string value) in commit.UserData.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            file.WriteString(key);
            file.WriteString(value);
        }
    }

    private static void WriteEntry(IndexFileWriter file, FileEntry entry)
    {
        file.WriteString(entry.Name);
        file.WriteVarInt((ulong)entry.Kind);
        file.WriteBytes(entry.Id.ToByteArray());
        file.WriteVarInt((ulong)entry.Length);
        file.WriteVarInt(entry.Checksum);
    }

    private static CommitPoint ReadBody(ref BodyReader body)
    {
        long generation = body.Number();
        long nextName = body.Number();
        string analyzer = body.Text();
        int roles = body.Count();
        List<FieldSpec> fields = [];
        for (int left = body.Count(); left > 0; left--)
            fields.Add(new FieldSpec(body.Text(), (FieldKind)body.Count()));
        if (roles > IndexLimits.Roles || !fields.TrueForAll(field => Enum.IsDefined(field.Kind))
            || fields.Select(field => field.Name).Distinct(StringComparer.Ordinal).Count() != fields.Count)
            throw body.Corrupt("a schema");
        List<SegmentEntry> segments = [];
        for (int left = body.Count(); left > 0; left--)
            segments.Add(ReadSegment(ref body));
        Dictionary<string, string> userData = new(StringComparer.Ordinal);
        for (int left = body.Count(); left > 0; left--)
            userData[body.Text()] = body.Text();
        return new CommitPoint(generation, nextName, analyzer, new IndexSchema(fields, roles), segments, userData);
    }

    private static SegmentEntry ReadSegment(ref BodyReader body)
    {
        FileKind[] kinds = [FileKind.Terms, FileKind.Postings, FileKind.Documents, FileKind.Values, FileKind.Text];
        string name = body.Text();
        Guid id = body.Id();
        int documents = body.Count();
        int live = body.Count();
        List<FileEntry> files = [];
        for (int left = body.Count(); left > 0; left--)
            files.Add(new FileEntry(body.Text(), (FileKind)body.Count(), body.Id(), body.Number(), (uint)body.Number()));
        if (!files.TrueForAll(file => FileNames.IsValid(file.Name)))
            throw body.Corrupt("names of files");
        FileEntry? liveFile = files.Count == kinds.Length + 1 && files[^1].Kind == FileKind.Live ? files[^1] : null;
        if (!files.Take(kinds.Length).Select(file => file.Kind).SequenceEqual(kinds) || live > documents
            || files.Count != kinds.Length + (liveFile is null ? 0 : 1))
            throw body.Corrupt("the five files of a segment");
        return new SegmentEntry(name, id, documents, files[..kinds.Length], live, liveFile);
    }

    /// <summary>Reads the fields one after the other, never behind the end.</summary>
    private ref struct BodyReader(string file, ReadOnlySpan<byte> bytes)
    {
        private readonly ReadOnlySpan<byte> _bytes = bytes;
        private int _at;

        public long Number() =>
            VarInt.TryRead(_bytes, ref _at, out ulong value) && value <= long.MaxValue
                ? (long)value
                : throw Corrupt("a number");

        public int Count()
        {
            long value = Number();
            return value <= int.MaxValue ? (int)value : throw Corrupt("a count");
        }

        public string Text() => Encoding.UTF8.GetString(Take(Count()));

        public Guid Id() => new(Take(16));

        public readonly CorruptIndexException Corrupt(string expected) =>
            new(file, FileEnvelope.HeaderLength + _at, expected, "other bytes");

        private ReadOnlySpan<byte> Take(int length)
        {
            if (length > _bytes.Length - _at)
                throw Corrupt($"{length} bytes");
            ReadOnlySpan<byte> taken = _bytes.Slice(_at, length);
            _at += length;
            return taken;
        }
    }
}
