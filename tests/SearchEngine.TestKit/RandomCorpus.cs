using SearchEngine.Index.Indexing;
using SearchEngine.Index.Schema;

namespace SearchEngine.TestKit;

/// <summary>Documents made at random, for tests against the oracle.</summary>
public static class RandomCorpus
{
    /// <summary>Few characters, so that everything meets everything: signs of all classes, runs, a rare
    /// character.</summary>
    private const string Alphabet = "政府工作法治联动政府工作法治联动、（）()“”《》 ·，。；：？12ab３Ｂ%㎡聯𠮷\u3000";

    /// <summary>The first of the unified characters, 一.</summary>
    private const int FirstHan = 0x4e00;

    public static IndexSchema Schema { get; } = new(
        [
            new FieldSpec("year", FieldKind.Number),
            new FieldSpec("region", FieldKind.Keyword),
            new FieldSpec("topics", FieldKind.Keywords),
        ],
        Roles: 5);

    public static IReadOnlyList<Document> Synthetic(Random random, int count) =>
    [
        .. Enumerable.Range(0, count).Select(i => Describe(
            random, $"d{i:000}", Enumerable.Range(0, random.Next(0, 8)).Select(_ => Text(random, random.Next(0, 60))))),
    ];

    /// <summary>
    /// Chinese characters by Zipf's law, so that some terms are in every document many times and others once; now and
    /// then a sign, a number or a word.
    /// </summary>
    public static IReadOnlyList<Document> Zipf(Random random, int count, int vocabulary, int longestLine)
    {
        double[] sums = new double[vocabulary];
        for (int rank = 0; rank < vocabulary; rank++)
            sums[rank] = (rank > 0 ? sums[rank - 1] : 0) + (1.0 / (rank + 1));
        return
        [
            .. Enumerable.Range(0, count).Select(i => Describe(
                random, $"z{i:0000}", Enumerable.Range(0, random.Next(1, 6)).Select(_ => Line()))),
        ];

        string Line() => string.Concat(Enumerable.Range(0, random.Next(longestLine)).Select(
            _ => random.Next(15) == 0 ? Sign(random) : ((char)(FirstHan + Rank())).ToString()));

        int Rank()
        {
            int at = Array.BinarySearch(sums, random.NextDouble() * sums[^1]);
            return at < 0 ? ~at : at;
        }
    }

    /// <summary>Long documents of six signs: every term is in many blocks and has a list of places.</summary>
    public static IReadOnlyList<Document> Frequent(Random random, int count) =>
    [
        .. Enumerable.Range(0, count).Select(i => Describe(
            random, $"f{i:000}", Enumerable.Range(0, random.Next(1, 8)).Select(_ => string.Concat(
                Enumerable.Range(0, random.Next(1, 600)).Select(_ => "政府工法治，"[random.Next(6)]))))),
    ];

    /// <summary>Gives real lines the rest of a document.</summary>
    public static Document Describe(Random random, string id, IEnumerable<string> lines)
    {
        int section = 0;
        int role = random.Next(Schema.Roles);
        List<Paragraph> paragraphs = [];
        foreach (string line in lines)
        {
            if (paragraphs.Count > 0 && random.Next(4) == 0)
                (section, role) = (section + 1, random.Next(Schema.Roles));
            bool isTitle = paragraphs.Count == 0 && random.Next(5) > 0;
            paragraphs.Add(new Paragraph(line, isTitle ? Zone.Title : Zone.Body, isTitle ? 0 : role, section));
        }

        Dictionary<string, IReadOnlyList<string>> keywords = [];
        if (random.Next(6) > 0)
            keywords["region"] = [$"{37 + random.Next(3)}0000"];
        if (random.Next(3) > 0)
            keywords["topics"] = [.. Enumerable.Range(1, 4).Where(_ => random.Next(2) == 0).Select(t => $"T{t:00}")];
        Dictionary<string, long> numbers = [];
        if (random.Next(5) > 0)
            numbers["year"] = 2018 + random.Next(6);
        return new Document
        {
            Id = id,
            Paragraphs = paragraphs,
            Keywords = keywords,
            Numbers = numbers,
            Stored = "stored " + id,
        };
    }

    public static string Text(Random random, int length) =>
        string.Concat(Enumerable.Range(0, length).Select(_ => Sign(random)));

    private static string Sign(Random random)
    {
        int at = random.Next(Alphabet.Length);
        if (char.IsLowSurrogate(Alphabet[at]))
            at--;
        return char.IsHighSurrogate(Alphabet[at]) ? Alphabet.Substring(at, 2) : Alphabet[at].ToString();
    }
}
