using System.Numerics;
using SearchEngine.Index.Store;

namespace SearchEngine.Index.Reading;

/// <summary>Which documents of a segment are not deleted: one bit each. A snapshot's own is never changed.</summary>
internal sealed class LiveDocs
{
    private const int WordBits = 64;

    private readonly ulong[] _words;

    private LiveDocs(ulong[] words, int documents)
    {
        _words = words;
        Documents = documents;
        foreach (ulong word in words)
            Count += BitOperations.PopCount(word);
    }

    public int Documents { get; }

    /// <summary>Documents that are live.</summary>
    public int Count { get; private set; }

    public ReadOnlySpan<ulong> Words => _words;

    public bool this[int document] => (_words[document / WordBits] >> (document % WordBits) & 1) != 0;

    public static LiveDocs All(int documents)
    {
        ulong[] words = new ulong[WordsFor(documents)];
        Array.Fill(words, ulong.MaxValue);
        if (documents % WordBits != 0)
            words[^1] = (1UL << (documents % WordBits)) - 1;
        return new LiveDocs(words, documents);
    }

    public static LiveDocs Only(int documents, ReadOnlySpan<int> live)
    {
        ulong[] words = new ulong[WordsFor(documents)];
        foreach (int document in live)
            words[document / WordBits] |= 1UL << (document % WordBits);
        return new LiveDocs(words, documents);
    }

    public static LiveDocs Read(IDirectory directory, SegmentEntry segment)
    {
        if (segment.Live is null)
            return All(segment.Documents);
        using IndexFile file = IndexFile.Open(directory, segment.Live, sections: 1);
        // Small, and a flipped bit here would be a wrong answer: it is verified whenever it is read.
        file.Verify();
        LiveDocs live = new(file.Array<ulong>(0, WordsFor(segment.Documents)).ToArray(), segment.Documents);
        bool inside = segment.Documents % WordBits == 0
            || live._words[^1] >> (segment.Documents % WordBits) == 0;
        return inside && live.Count == segment.LiveDocuments
            ? live
            : throw file.Corrupt(0, 0, $"{segment.LiveDocuments} live documents", $"{live.Count}");
    }

    public FileEntry Write(IDirectory directory, string name, Guid id)
    {
        using IndexFileWriter file = new(directory, name, FileKind.Live, id);
        file.BeginSection();
        foreach (ulong word in _words)
            file.WriteInt64((long)word);
        file.EndSection();
        return file.Finish();
    }

    public LiveDocs Copy() => new([.. _words], Documents);

    /// <summary>True when the document was live. Only for a copy of one's own.</summary>
    public bool Delete(int document)
    {
        if (!this[document])
            return false;
        _words[document / WordBits] &= ~(1UL << (document % WordBits));
        Count--;
        return true;
    }

    /// <summary>The live documents, ascending.</summary>
    public int[] ToArray()
    {
        int[] live = new int[Count];
        int at = 0;
        for (int document = 0; document < Documents; document++)
        {
            if (this[document])
                live[at++] = document;
        }

        return live;
    }

    private static int WordsFor(int documents) => (documents + WordBits - 1) / WordBits;
}
