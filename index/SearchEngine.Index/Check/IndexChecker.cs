using SearchEngine.Index.Reading;
using SearchEngine.Index.Schema;
using SearchEngine.Index.Store;

namespace SearchEngine.Index.Check;

/// <summary>
/// Verifies an index as it lies in its directory: every file that the kept commits name, its length, marks, id and
/// checksum, then what is in it. Never throws for damage; only reads.
/// </summary>
public static class IndexChecker
{
    private const int KeptCommits = 2;
    private const string Rebuild = "Rebuild the index from the archive.";
    private const string Report = "The checksum is right, so the disk is not at fault: report this as an error of the program, and rebuild.";

    /// <summary>Checks the last commit, and the one before it as far as it is still there.</summary>
    public static CheckReport Check(IDirectory directory)
    {
        List<CheckFinding> findings = [];
        Dictionary<FileEntry, bool> files = [];
        HashSet<Guid> segments = [];
        IReadOnlyList<long> generations = CommitFile.Generations(directory);
        if (generations.Count == 0)
            findings.Add(new CheckFinding("commit", -1, "There is no commit, so there is no index here.", Rebuild));
        int documents = 0;
        foreach (long generation in generations.Take(KeptCommits))
        {
            CommitPoint? commit = null;
            Try(findings, Rebuild, CommitFile.NameOf(generation), () => commit = CommitFile.Read(directory, generation));
            if (commit is null)
                continue;
            if (generation == generations[0])
                documents = commit.LiveDocuments;
            foreach (SegmentEntry segment in commit.Segments)
                CheckSegment(directory, commit.Schema, segment, files, segments.Add(segment.Id), findings);
        }

        return new CheckReport(files.Count + generations.Count, documents, findings);
    }

    private static void CheckSegment(
        IDirectory directory,
        IndexSchema schema,
        SegmentEntry segment,
        Dictionary<FileEntry, bool> files,
        bool isNew,
        List<CheckFinding> findings)
    {
        bool whole = true;
        foreach (FileEntry entry in segment.AllFiles)
        {
            if (!files.TryGetValue(entry, out bool sound))
            {
                sound = Try(findings, Rebuild, entry.Name, () => VerifyFile(directory, entry));
                files.Add(entry, sound);
            }

            whole &= sound;
        }

        if (!whole)
            return;
        Try(findings, Report, segment.Name, () => LiveDocs.Read(directory, segment));
        if (isNew)
            Try(findings, Report, segment.Name, () => Audit(directory, schema, segment));
    }

    private static void VerifyFile(IDirectory directory, FileEntry entry)
    {
        long length = directory.Length(entry.Name);
        if (length != entry.Length)
            throw new CorruptIndexException(entry.Name, -1, $"{entry.Length} bytes", $"{length}");
        using MappedFile file = directory.OpenRead(entry.Name);
        uint checksum = FileEnvelope.Check(file, entry.Name, entry.Kind, entry.Id);
        uint actual = FileEnvelope.ChecksumOf(file);
        if (checksum != entry.Checksum || actual != entry.Checksum)
            throw new CorruptIndexException(entry.Name, -1, $"checksum {entry.Checksum:x8}", $"{actual:x8}");
    }

    private static void Audit(IDirectory directory, IndexSchema schema, SegmentEntry segment)
    {
        SegmentReader reader = SegmentReader.Open(directory, segment, schema);
        try
        {
            SegmentAudit.Run(reader, schema);
        }
        finally
        {
            reader.Release();
        }
    }

    private static bool Try(List<CheckFinding> findings, string remedy, string file, Action action)
    {
        try
        {
            action();
            return true;
        }
        catch (CorruptIndexException e)
        {
            findings.Add(new CheckFinding(e.File, e.Offset, $"Expected {e.Expected}, found {e.Actual}.", remedy));
        }
        catch (IndexFormatException e)
        {
            findings.Add(new CheckFinding(e.File, -1, e.Message, "Rebuild the index with this program."));
        }
        catch (IOException e)
        {
            findings.Add(new CheckFinding(file, -1, e.Message, remedy));
        }

        return false;
    }
}
