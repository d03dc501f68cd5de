using SearchEngine.Reports.Model;
using SearchEngine.Web.Features.Results;
using SearchEngine.Web.Features.Shared;

namespace SearchEngine.Web.Features.Read;

/// <summary>The bar over the text: where the reader is among the hits, and where in the text the hits are.</summary>
internal static class HitBarPresenter
{
    /// <summary>Ticks drawn; more of them would be one black bar.</summary>
    private const int MostTicks = 300;

    /// <summary>Between two blocks of the strip, as a share of its width.</summary>
    private const double Gap = 0.003;

    public static HitBar Of(string id, SearchState state, IReadOnlyList<BodyLine> lines, HitMap hits)
    {
        int[] starts = new int[lines.Count + 1];
        for (int at = 0; at < lines.Count; at++)
            starts[at + 1] = starts[at] + lines[at].Text.Length + 1;
        double length = Math.Max(1, starts[^1]);

        string Url(int hit) => ReportAddress.AtHit(id, state, hit);
        List<(int, string, string)> ticks = [];
        for (int at = 0; at < Math.Min(hits.Literal.Count, MostTicks); at++)
        {
            (int line, int offset) = hits.Literal[at];
            double place = line < 0 ? 0 : (starts[line] + offset) / length;
            ticks.Add((at + 1, Url(at + 1), YearChart.Percent(Math.Min(place, 0.995))));
        }

        return new HitBar(
            state.Request.Query,
            hits.Current,
            hits.Literal.Count,
            hits.Elliptical,
            hits.Current > 1 ? Url(hits.Current - 1) : null,
            hits.Current > 0 && hits.Current < hits.Literal.Count ? Url(hits.Current + 1) : null,
            Strip(lines, starts, length),
            ticks);
    }

    /// <summary>One bar for each stretch of lines with the same role.</summary>
    private static List<(string, string, string)> Strip(IReadOnlyList<BodyLine> lines, int[] starts, double length)
    {
        List<(string, string, string)> strip = [];
        int from = 0;
        for (int at = 1; at <= lines.Count; at++)
        {
            if (at < lines.Count && lines[at].Role == lines[from].Role)
                continue;
            double left = starts[from] / length;
            double width = (starts[at] - starts[from]) / length;
            string shown = YearChart.Percent(Math.Max(0, width - Gap));
            strip.Add((RoleStyle.Of(lines[from].Role), YearChart.Percent(left), shown));
            from = at;
        }

        return strip;
    }
}
