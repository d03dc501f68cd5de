namespace SearchEngine.Reports.Versions;

/// <summary>
/// What became of a page over its captures. Everything is said from the latest capture: a change that was taken back is
/// none, and a page that is there again is not gone.
/// </summary>
/// <param name="Versions">Captures of the page's address, oldest first.</param>
public sealed record PageHistory(IReadOnlyList<PageVersion> Versions)
{
    private const int Imported = 0;
    private const int Ok = 200;

    /// <summary>The newest text; null when no capture has one.</summary>
    public string? LatestText => Versions.LastOrDefault(version => version.Text is not null)?.Text;

    /// <summary>已撤下: the last answer that says anything is 404 or 410, after the page had been there.</summary>
    public bool IsWithdrawn => Versions.Any(IsThere) && Versions.LastOrDefault(Speaks) is { } last && IsGone(last);

    /// <summary>已恢复: there now, and gone at some time between two captures that had it.</summary>
    public bool IsRestored
    {
        get
        {
            bool[] there = [.. Versions.Where(Speaks).SkipWhile(IsGone).Select(IsThere)];
            return there.Contains(false) && there[^1];
        }
    }

    /// <summary>已修改: some earlier capture has a text that is not the latest one.</summary>
    public bool IsChanged => Versions.Any(version => version.Text is { } text && text != LatestText);

    private static bool Speaks(PageVersion version) => IsThere(version) || IsGone(version);

    private static bool IsThere(PageVersion version) => version.Capture.Status is Imported or Ok;

    private static bool IsGone(PageVersion version) => version.Capture.Status is 404 or 410;
}
