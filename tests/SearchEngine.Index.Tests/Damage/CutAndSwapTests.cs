using SearchEngine.Index.Check;
using SearchEngine.Index.Store;
using SearchEngine.TestKit;

namespace SearchEngine.Index.Tests.Damage;

/// <summary>D2: files cut short, made longer, zeroed at the end, lost, exchanged, and put back from before.</summary>
public sealed class CutAndSwapTests
{
    private const int Usual = 1_500;
    private const int Small = 4_096;
    private const int PointsOfLarger = 1_000;

    /// <summary>The commit before the last one; it is not read at opening, and the check reads it.</summary>
    private const string OlderCommit = "commit_2";

    [Fact]
    public void Every_cut_extension_and_exchange_is_found_when_the_index_is_opened()
    {
        RandomSeed seed = RandomSeed.Next();
        Random random = seed.Create();
        (string Name, string What, byte[]? Content)[] all = [.. SoundIndex.LargeFiles.SelectMany(
            file => Damages(file.Key, file.Value, random), (file, damage) => (file.Key, damage.What, damage.Content))];
        random.Shuffle(all);
        int wanted = Amount.Of("D2", Usual);
        foreach ((string name, string what, byte[]? content) in all.Take(wanted))
        {
            RamDirectory directory = SoundIndex.With(SoundIndex.LargeFiles, name, content);
            bool isFound = name == OlderCommit
                ? content is null || !IndexChecker.Check(directory).IsSound
                : SoundIndex.IsRefused(directory);

            Assert.True(isFound, $"{name} {what}; {seed}");
            string? wrong = SoundIndex.WrongWithSearching(directory, random);
            Assert.True(wrong is null, $"{wrong}: {name} {what}; {seed}");
        }

        Progress.Say($"D2 damages={Math.Min(wanted, all.Length)} of {all.Length}, found=all");
    }

    [Fact]
    public void A_commit_that_is_put_back_from_before_under_the_name_of_the_last_one_is_refused()
    {
        byte[] older = SoundIndex.Files[OlderCommit];

        Assert.True(SoundIndex.IsRefused(SoundIndex.With(SoundIndex.Files, "commit_3", older)));
        Assert.True(SoundIndex.IsRefused(With("commit_4", older)));
    }

    private static IEnumerable<(string What, byte[]? Content)> Damages(string name, byte[] bytes, Random random)
    {
        IEnumerable<int> lengths = bytes.Length < Small
            ? Enumerable.Range(0, bytes.Length)
            : Enumerable.Range(0, PointsOfLarger).Select(_ => random.Next(bytes.Length));
        foreach (int length in lengths)
            yield return ($"cut to {length}", bytes[..length]);
        foreach (int more in (int[])[1, 16, 4_096])
            yield return ($"longer by {more}", [.. bytes, .. new byte[more]]);
        foreach (int tail in (int[])[1, 8, 32, 64, 512])
        {
            if (tail <= bytes.Length && bytes.AsSpan(bytes.Length - tail).ContainsAnyExcept((byte)0))
                yield return ($"with {tail} zeros at its end", [.. bytes[..^tail], .. new byte[tail]]);
        }

        if (!name.StartsWith("commit_", StringComparison.Ordinal))
            yield return ("missing", null);
        foreach ((string other, byte[] content) in SoundIndex.LargeFiles)
        {
            if (other != name)
                yield return ($"exchanged for {other}", content);
        }
    }

    private static RamDirectory With(string name, byte[] content)
    {
        RamDirectory directory = SoundIndex.With(SoundIndex.Files, "none", null);
        using IFileWriter writer = directory.Create(name);
        writer.Write(content);
        return directory;
    }
}
