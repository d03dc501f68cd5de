using SearchEngine.Index.Check;
using SearchEngine.Index.Store;
using SearchEngine.TestKit;

namespace SearchEngine.Index.Tests.Damage;

/// <summary>D1: every bit of small files, random bits of larger ones.</summary>
public sealed class BitFlipTests
{
    private const int Usual = 1_500;
    private const int Small = 4_096;
    private const int OfLarger = 12_500;
    private const int Header = 24;
    private const int Footer = 32;

    [Fact]
    public void A_flipped_bit_is_found_by_the_check_and_aborts_no_search()
    {
        RandomSeed seed = RandomSeed.Next();
        Random random = seed.Create();
        (string Name, int Bit)[] all = [.. SoundIndex.LargeFiles.SelectMany(file => BitsOf(file.Value.Length, random),
            (file, bit) => (file.Key, bit))];
        random.Shuffle(all);
        int wanted = Amount.Of("D1", Usual);
        int atOpening = 0;
        foreach ((string name, int bit) in all.Take(wanted))
        {
            byte[] damaged = [.. SoundIndex.LargeFiles[name]];
            damaged[bit / 8] ^= (byte)(1 << (bit % 8));
            RamDirectory directory = SoundIndex.With(SoundIndex.LargeFiles, name, damaged);
            string context = $"bit {bit} of {name}; {seed}";

            Assert.False(IndexChecker.Check(directory).IsSound, context);
            if (IsSeenAtOpening(name, bit / 8, damaged.Length))
            {
                Assert.True(SoundIndex.IsRefused(directory), $"opened: {context}");
                atOpening++;
            }

            string? wrong = SoundIndex.WrongWithSearching(directory, random);
            Assert.True(wrong is null, $"{wrong}: {context}");
        }

        int flips = Math.Min(wanted, all.Length);
        Progress.Say($"D1 files={SoundIndex.LargeFiles.Count} flips={flips} of {all.Length}, found by check={flips}");
        Progress.Say($"D1 due at opening={atOpening}, found there={atOpening}");
    }

    private static IEnumerable<int> BitsOf(int length, Random random) => length < Small
        ? Enumerable.Range(0, length * 8)
        : Enumerable.Range(0, OfLarger).Select(_ => random.Next(length * 8));

    /// <summary>
    /// Header and footer of all files of the last commit, and the whole of that commit and of live files.
    /// </summary>
    private static bool IsSeenAtOpening(string name, int at, int length)
    {
        if (name == "commit_2")
            return false;
        return name.StartsWith("commit_", StringComparison.Ordinal) || name.EndsWith(".live", StringComparison.Ordinal)
            || at < Header || at >= length - Footer;
    }
}
