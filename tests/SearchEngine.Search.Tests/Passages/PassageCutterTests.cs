using SearchEngine.Index.Search;
using SearchEngine.Search.Passages;
using SearchEngine.TestKit;

namespace SearchEngine.Search.Tests.Passages;

public sealed class PassageCutterTests
{
    private const int Length = 40;

    [Fact]
    public void Shows_the_whole_sentence_of_a_hit()
    {
        const string Text = "一是强化培训。二是强化府院联动,化解行政争议243件。三是加强监督。";

        Assert.Equal(["二是强化府院联动,化解行政争议243件。"], Cut(Text, "府院联动"));
    }

    [Fact]
    public void Cuts_a_long_sentence_at_its_clauses()
    {
        string text = string.Concat(Enumerable.Repeat("持续推进各项工作,", 9)) + "健全府院联动机制," + string.Concat(Enumerable.Repeat("不断提升能力水平,", 9));

        string piece = Assert.Single(Cut(text, "府院联动"));

        Assert.Contains("健全府院联动机制,", piece, StringComparison.Ordinal);
        Assert.StartsWith("持续", piece, StringComparison.Ordinal);
        Assert.EndsWith(",", piece, StringComparison.Ordinal);
    }

    [Fact]
    public void Puts_distant_hits_into_pieces_of_their_own()
    {
        string text = "府院联动一。" + new string('文', 200) + "。府院联动二。";

        Assert.Equal(["府院联动一。", "府院联动二。"], Cut(text, "府院联动"));
    }

    [Fact]
    public void Keeps_neighbouring_sentences_with_hits_together() =>
        Assert.Equal(["府院联动一。府院联动二。"], Cut("府院联动一。府院联动二。别的。", "府院联动"));

    [Fact]
    public void Shows_a_hit_longer_than_a_piece_as_far_as_it_goes()
    {
        string text = new('长', 100);

        (TextRange piece, IReadOnlyList<TextRange> ranges) = new PassageCutter(Length).Cut(text, [new TextRange(10, 90)])[0];

        Assert.True(piece.End - piece.Start <= Length);
        Assert.All(ranges, range => Assert.InRange(range.End, range.Start, piece.End));
    }

    [Fact]
    public void Holds_every_hit_once_in_pieces_of_the_permitted_length_whatever_the_text()
    {
        RandomSeed seed = RandomSeed.Next();
        Random random = seed.Create();
        const string Alphabet = "府院联动政法。，；！,;😀字词句、：";
        for (int i = 0; i < 3_000; i++)
        {
            string text = new([.. Enumerable.Range(0, random.Next(1, 300)).Select(_ => Alphabet[random.Next(Alphabet.Length)])]);
            List<TextRange> ranges = [];
            for (int at = random.Next(20); at < text.Length; at += 1 + random.Next(60))
            {
                int end = Math.Min(text.Length, at + 1 + random.Next(6));
                ranges.Add(new TextRange(at, end));
                at = end;
            }

            IReadOnlyList<(TextRange Piece, IReadOnlyList<TextRange> Ranges)> pieces = new PassageCutter(Length).Cut(text, ranges);

            Assert.True(pieces.Sum(piece => piece.Ranges.Count) == ranges.Count, seed.Replay);
            Assert.All(pieces, piece =>
            {
                Assert.True(piece.Piece.End - piece.Piece.Start <= Length, seed.Replay);
                Assert.All(piece.Ranges, range => Assert.True(
                    range.Start >= piece.Piece.Start && range.End <= piece.Piece.End && range.Start <= range.End, seed.Replay));
            });
            Assert.True(pieces.Zip(pieces.Skip(1)).All(pair => pair.First.Piece.End <= pair.Second.Piece.Start), seed.Replay);
        }
    }

    private static string[] Cut(string text, string phrase)
    {
        List<TextRange> ranges = [];
        for (int at = text.IndexOf(phrase, StringComparison.Ordinal); at >= 0; at = text.IndexOf(phrase, at + 1, StringComparison.Ordinal))
            ranges.Add(new TextRange(at, at + phrase.Length));
        return [.. new PassageCutter(Length).Cut(text, ranges).Select(piece => text[piece.Piece.Start..piece.Piece.End])];
    }
}
