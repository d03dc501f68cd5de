using System.IO.Compression;

namespace SearchEngine.Analysis.Segmentation;

/// <summary>Reads the shipped words and puts domain and user words on top of them.</summary>
internal static class Lexicon
{
    /// <summary>Weights are logarithms in this many parts: fine enough that rounding decides nothing.</summary>
    private const double WeightScale = 4096;

    private const string GeneralWords = "words.br";
    private const string DomainWords = "domain-words.txt";

    /// <summary>Characters of an added word at most; longer ones are passed by.</summary>
    private const int LongestWord = 32;

    /// <summary>Characters of all added words at most, by which the tree's numbers stay within their bits.</summary>
    private const int AddedCharacters = 200_000;

    public static (WordTree Tree, int Unknown) Read(IEnumerable<string> userWords)
    {
        string[] added = [.. ReadDomain().Concat(userWords.Select(Canonical)).Where(IsWord)
            .Distinct(StringComparer.Ordinal)];
        if (added.Sum(word => word.Length) > AddedCharacters)
            throw new ArgumentException($"Over {AddedCharacters} characters of added words.", nameof(userWords));
        string general = ReadGeneral();
        int steps = added.Sum(word => word.Length);
        double sum = 0;
        for (GeneralWord word = new(general); word.MoveNext();)
        {
            steps += word.Text.Length - Math.Max(1, word.InCommon);
            sum += word.Frequency;
        }

        WordTree tree = new(steps);
        double total = Math.Log(sum);
        for (GeneralWord word = new(general); word.MoveNext();)
            tree.Set(word.Text, WeightOf(word.Frequency, total));
        int unknown = WeightOf(1, total);
        Add(tree, added, unknown);
        return (tree, unknown);
    }

    /// <summary>The words of a domain, each as it is written.</summary>
    public static IEnumerable<string> ReadDomain()
    {
        using StreamReader reader = new(Open(DomainWords));
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
                yield return Canonical(line.Trim());
        }
    }

    /// <summary>Gives each word a little more than its best parts have together, short words first, so that parts that
    /// are added too are reckoned with.</summary>
    private static void Add(WordTree tree, string[] added, int unknown)
    {
        long[] sums = new long[LongestWord + 1];
        int[] ends = new int[LongestWord];
        foreach (string word in added.OrderBy(word => word.Length).ThenBy(word => word, StringComparer.Ordinal))
        {
            tree.BestPath(word, unknown, sums, ends);
            if (ends[0] < word.Length)
                tree.Set(word, (int)Math.Min(-1, sums[0] + WeightScale));
        }
    }

    private static string ReadGeneral()
    {
        using BrotliStream stream = new(Open(GeneralWords), CompressionMode.Decompress);
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }

    private static string Canonical(string word) => string.Create(word.Length, word, static (characters, word) =>
    {
        for (int i = 0; i < word.Length; i++)
        {
            int entry = CharacterTable.Instance.Basic[word[i]];
            characters[i] = Segmenter.IsHan(entry) ? (char)entry : word[i];
        }
    });

    private static bool IsWord(string word) =>
        word.Length is > 1 and <= LongestWord && word.All(character => Segmenter.IsHan(character));

    private static int WeightOf(long frequency, double logOfTotal) =>
        (int)Math.Round((Math.Log(Math.Max(1, frequency)) - logOfTotal) * WeightScale);

    private static Stream Open(string name) => typeof(Lexicon).Assembly.GetManifestResourceStream(name)
        ?? throw new InvalidOperationException($"{name} is not part of this assembly.");
}
