namespace SearchEngine.Index.Tests;

/// <summary>Figures of a campaign, in the output of its test.</summary>
internal static class Progress
{
    public static void Say(FormattableString line) =>
        TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant(line));
}
