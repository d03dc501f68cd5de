using SearchEngine.Index.Indexing;
using SearchEngine.Index.Query;
using SearchEngine.Index.Search;

namespace SearchEngine.TestKit;

/// <summary>Requests made at random out of a corpus's own text, so that most of them find something.</summary>
public sealed class RandomQueries(Random random, IReadOnlyList<Document> documents)
{
    private readonly string[] _lines =
        [.. documents.SelectMany(document => document.Paragraphs).Select(p => p.Text).Where(text => text.Length > 0)];

    public IndexRequest Next() => new()
    {
        Query = Tree(depth: 0),
        Wide = random.Next(3) == 0,
        Filters = [.. Enumerable.Range(0, random.Next(4) == 0 ? random.Next(1, 3) : 0).Select(_ => Filter())],
        Roles = random.Next(4) == 0
            ? new HashSet<int>(Enumerable.Range(0, 5).Where(_ => random.Next(2) == 0))
            : null,
        Facets = ["year", "region", "topics"],
        Sort = [.. Enumerable.Range(0, random.Next(3) == 0 ? random.Next(1, 3) : 0).Select(_ => Order())],
        Limit = int.MaxValue,
    };

    private SortKey Order() => random.Next(4) switch
    {
        0 => new SortKey(SortBy.Score, Descending: true),
        1 => new SortKey(SortBy.Occurrences, Descending: random.Next(2) == 0),
        2 => new SortKey(SortBy.Field, "year", random.Next(2) == 0),
        _ => new SortKey(SortBy.Field, "region", random.Next(2) == 0),
    };

    private Query Tree(int depth)
    {
        int kind = random.Next(depth < 5 ? 17 : 10);
        return kind switch
        {
            < 4 => Phrase(),
            4 => Apart(),
            < 7 => Wildcard(),
            < 9 => Near(),
            9 => Related(),
            10 or 11 => new AndQuery(Clauses(depth)),
            12 or 13 => new OrQuery(Clauses(depth)),
            14 => new AndQuery([Tree(depth + 1), new NotQuery(Tree(depth + 1))]),
            15 => new NotQuery(Tree(depth + 1)),
            _ => random.Next(2) == 0 ? new AllQuery() : new FilterQuery(Filter()),
        };
    }

    private Query[] Clauses(int depth) =>
        [.. Enumerable.Range(0, random.Next(8) == 0 ? 3 : 2).Select(_ => Tree(depth + 1))];

    private PhraseQuery Phrase() => new(random.Next(12) == 0 ? Sentence() : Piece(1, 12), ZoneOrNone());

    /// <summary>A piece of which some characters are left out, so that the rest stands apart in the text.</summary>
    private PhraseQuery Apart()
    {
        string piece = Piece(2, 8);
        string some = string.Concat(piece.Where(_ => random.Next(3) > 0));
        return new PhraseQuery(some.Length > 1 ? some : piece, ZoneOrNone(), random.Next(1, 5));
    }

    private WildcardQuery Wildcard()
    {
        string piece = Piece(1, 4).Replace("*", "", StringComparison.Ordinal).Replace("?", "",
            StringComparison.Ordinal);
        string run = new([.. Piece(4, 12).Where(char.IsAsciiLetterOrDigit).Take(1)]);
        return new WildcardQuery(random.Next(4) switch
        {
            0 when run.Length > 0 => run + "*",
            1 when run.Length > 0 => "*" + run,
            2 => OnlyHan(piece) + "?" + OnlyHan(Piece(1, 3)),
            _ => OnlyHan(piece) + "*" + OnlyHan(Piece(1, 3)),
        }, ZoneOrNone());
    }

    private NearQuery Near() => new(
        random.Next(4) == 0 ? new OrQuery([new PhraseQuery(Piece(1, 3)), new PhraseQuery(Piece(1, 3))])
            : new PhraseQuery(Piece(1, 4)),
        new PhraseQuery(Piece(1, 4)),
        (NearScope)random.Next(4),
        random.Next(12),
        random.Next(2) == 0);

    /// <summary>A text, half of the time with words of any length and weight, some left out.</summary>
    public RelatedQuery Related()
    {
        string text = random.Next(4) == 0 ? Sentence() : Piece(1, 20);
        List<RelatedWord> words = [];
        for (int end, at = random.Next(2) * text.Length; at < text.Length; at = end)
        {
            end = Math.Min(text.Length, at + random.Next(1, 4));
            if (random.Next(6) > 0)
                words.Add(new RelatedWord(at, end, random.Next(4) / 2.0));
        }

        return new RelatedQuery(text, random.Next(5) / 4.0) { Words = words };
    }

    private static string OnlyHan(string text)
    {
        string han = string.Concat(text.Where(c => c is >= '\u4e00' and <= '\u9fa5'));
        return han.Length > 0 ? han : "政";
    }

    private string Piece(int shortest, int longest)
    {
        int number = random.Next(_lines.Length);
        string line = _lines[number];
        // What stands on both sides of a paragraph's end, which no phrase crosses.
        if (random.Next(10) == 0 && number + 1 < _lines.Length)
            return $"{line[^Math.Min(2, line.Length)..]}。{_lines[number + 1][..Math.Min(2, _lines[number + 1].Length)]}";
        int start = random.Next(line.Length);
        int length = Math.Min(random.Next(shortest, longest + 1), line.Length - start);
        return line.Substring(start, length);
    }

    private string Sentence()
    {
        string line = _lines[random.Next(_lines.Length)];
        int start = random.Next(line.Length);
        int end = line.IndexOf('。', start);
        return line[start..(end < 0 ? Math.Min(line.Length, start + 60) : Math.Min(end + random.Next(2), start + 200))];
    }

    private Zone? ZoneOrNone() => random.Next(8) switch { 0 => Zone.Title, 1 => Zone.Body, _ => null };

    private Filter Filter() => random.Next(6) switch
    {
        0 => new AnyOfFilter("region", ["370000", "380000"], random.Next(2) == 0),
        1 => new NoneOfFilter("topics", ["T01"], random.Next(2) == 0),
        2 => new RangeFilter("year", random.Next(2) == 0 ? null : 2019, 2021, random.Next(2) == 0),
        3 => new MissingFilter(random.Next(2) == 0 ? "year" : "topics"),
        4 => new AnyOfFilter("year", ["2019", "2020", "x"]),
        _ => new AnyOfFilter("topics", ["T02", "T03"]),
    };
}
