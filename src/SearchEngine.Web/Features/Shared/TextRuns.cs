namespace SearchEngine.Web.Features.Shared;

/// <summary>Cuts a text at the bounds of its marks.</summary>
internal static class TextRuns
{
    /// <summary>
    /// The runs of <paramref name="text"/> in order; joined they are the text. Ranges may come in any order, overlap,
    /// or lie outside the text: they are clipped, and where two overlap the later one takes over.
    /// </summary>
    /// <param name="text">The characters.</param>
    /// <param name="marks">What is marked.</param>
    /// <param name="leads">Ranges set stronger: ascending, apart from one another, within the text.</param>
    public static IReadOnlyList<TextRun> Of(
        string text, IEnumerable<TextMark> marks, IReadOnlyList<(int Start, int End)>? leads = null)
    {
        List<TextMark> ordered = [.. marks
            .Select(mark => Clip(mark, text.Length))
            .Where(mark => mark.Start < mark.End)
            .OrderBy(mark => mark.Start)];
        List<TextRun> runs = [];
        LeadCutter cutter = new(text, leads ?? [], runs);
        int done = 0;
        for (int i = 0; i < ordered.Count; i++)
        {
            TextMark mark = ordered[i];
            int end = i + 1 < ordered.Count ? Math.Min(mark.End, ordered[i + 1].Start) : mark.End;
            cutter.Add(done, mark.Start, default);
            cutter.Add(mark.Start, end, mark);
            done = Math.Max(done, end);
        }

        cutter.Add(done, text.Length, default);
        return runs;
    }

    /// <summary>The parts of <paramref name="runs"/> before and after a position; a run that spans it is cut.</summary>
    public static (
        IReadOnlyList<TextRun> Before, IReadOnlyList<TextRun> After) Split(IReadOnlyList<TextRun> runs, int position)
    {
        List<TextRun> before = [];
        List<TextRun> after = [];
        int at = 0;
        foreach (TextRun run in runs)
        {
            int cut = Math.Clamp(position - at, 0, run.Text.Length);
            if (cut > 0)
                before.Add(run with { Text = run.Text[..cut] });
            if (cut < run.Text.Length)
                after.Add(run with { Text = run.Text[cut..], Anchor = cut == 0 ? run.Anchor : null });
            at += run.Text.Length;
        }

        return (before, after);
    }

    private static TextMark Clip(TextMark mark, int length) =>
        mark with { Start = Math.Clamp(mark.Start, 0, length), End = Math.Clamp(mark.End, 0, length) };

    /// <summary>Adds pieces in ascending order and cuts them where a leading sentence begins or ends.</summary>
    private sealed class LeadCutter(string text, IReadOnlyList<(int Start, int End)> leads, List<TextRun> runs)
    {
        private int _next;

        public void Add(int start, int end, TextMark mark)
        {
            int at = start;
            while (at < end)
            {
                while (_next < leads.Count && leads[_next].End <= at)
                    _next++;
                bool isLead = _next < leads.Count && leads[_next].Start <= at;
                int bound = _next == leads.Count ? end : isLead ? leads[_next].End : leads[_next].Start;
                int stop = Math.Min(bound, end);
                runs.Add(new TextRun(
                    text[at..stop], mark.Kind, at == start ? mark.Anchor : null, mark.IsCurrent, isLead));
                at = stop;
            }
        }
    }
}
