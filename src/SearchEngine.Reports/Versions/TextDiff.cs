namespace SearchEngine.Reports.Versions;

/// <summary>
/// What differs between two texts, sentence by sentence, and inside a rewritten sentence word by word: a changed number is
/// one removed and one added number.
/// </summary>
public static class TextDiff
{
    // Below it two sentences are two sentences, not one rewritten: half of the shorter one's words must have stayed.
    private const double MinShared = 0.5;

    /// <summary>The sentences that changed, in the order of the texts; empty when the texts say the same.</summary>
    public static IReadOnlyList<SentenceChange> Compare(string older, string newer)
    {
        List<SentenceChange> changes = [];
        List<string> removed = [], added = [];
        foreach ((DiffKind kind, string sentence) in SequenceDiff.Compare(TextPieces.Sentences(older), TextPieces.Sentences(newer)))
        {
            if (kind == DiffKind.Same)
                Close(changes, removed, added);
            else
                (kind == DiffKind.Removed ? removed : added).Add(sentence);
        }

        Close(changes, removed, added);
        return changes;
    }

    // Between two sentences that stayed, what was taken out is held against what was put in, in order.
    private static void Close(List<SentenceChange> changes, List<string> removed, List<string> added)
    {
        int next = 0;
        foreach (string sentence in removed)
        {
            int match = -1;
            IReadOnlyList<DiffRun> runs = [];
            for (int i = next; i < added.Count && match < 0; i++)
            {
                runs = Words(sentence, added[i]);
                if (Shared(runs) >= MinShared * Math.Min(sentence.Length, added[i].Length))
                    match = i;
            }

            if (match < 0)
            {
                changes.Add(new SentenceChange([new DiffRun(DiffKind.Removed, sentence)]));
                continue;
            }

            for (; next < match; next++)
                changes.Add(new SentenceChange([new DiffRun(DiffKind.Added, added[next])]));
            changes.Add(new SentenceChange(runs));
            next = match + 1;
        }

        for (; next < added.Count; next++)
            changes.Add(new SentenceChange([new DiffRun(DiffKind.Added, added[next])]));
        removed.Clear();
        added.Clear();
    }

    private static List<DiffRun> Words(string older, string newer)
    {
        List<DiffRun> runs = [];
        foreach ((DiffKind kind, string token) in SequenceDiff.Compare(TextPieces.Tokens(older), TextPieces.Tokens(newer)))
        {
            if (runs.Count > 0 && runs[^1].Kind == kind)
                runs[^1] = runs[^1] with { Text = runs[^1].Text + token };
            else
                runs.Add(new DiffRun(kind, token));
        }

        return runs;
    }

    private static int Shared(IReadOnlyList<DiffRun> runs) =>
        runs.Where(run => run.Kind == DiffKind.Same).Sum(run => run.Text.Length);
}
