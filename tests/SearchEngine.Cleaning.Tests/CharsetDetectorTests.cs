using System.Text;
using SearchEngine.Cleaning.Decoding;

namespace SearchEngine.Cleaning.Tests;

public sealed class CharsetDetectorTests
{
    private const string Sample = "峄城区政府网站：关于进一步推进依法行政工作的意见，请各单位认真贯彻执行。厑";

    static CharsetDetectorTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("utf-8", null, "", "utf-8")]
    [InlineData("utf-8", "text/html; charset=gbk", "gb2312", "utf-8")]
    [InlineData("gb18030", null, "gb2312", "gb18030")]
    [InlineData("gb18030", "text/html; charset=GBK", "", "gb18030")]
    [InlineData("gb18030", null, "utf-8", "gb18030")]
    [InlineData("gb18030", null, "", "gb18030")]
    [InlineData("gb18030", "text/html; charset=ISO-8859-1", "", "gb18030")]
    [InlineData("gb18030", "text/html; charset=utf-8", "gb2312", "gb18030")]
    [InlineData("utf-16le", null, "", "utf-16le")]
    [InlineData("utf-16be", null, "gb2312", "utf-16be")]
    public void Bytes_are_read_in_the_encoding_they_are_in(string actual, string? header, string declared,
        string expected)
    {
        string page = $"<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset={declared}\"></head><body>{Sample}</body></html>";
        byte[] bytes = Get(actual).GetBytes(page);

        DecodedText decoded = CharsetDetector.Decode(bytes, header);

        Assert.Equal(expected, decoded.Charset);
        Assert.Contains(Sample, decoded.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_meta_is_asked_when_the_first_one_lies()
    {
        byte[] bytes = Get("gb18030").GetBytes($"<meta charset=utf-8><meta http-equiv=Content-Type content='text/html; charset=gb2312'>{Sample}");

        DecodedText decoded = CharsetDetector.Decode(bytes, null);

        Assert.Equal(("gb18030", "meta"), (decoded.Charset, decoded.From));
    }

    [Fact]
    public void A_byte_order_mark_beats_every_declaration_and_is_no_character()
    {
        byte[] bytes = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("<meta charset=gb2312>" + Sample)];

        DecodedText decoded = CharsetDetector.Decode(bytes, "text/html; charset=big5");

        Assert.Equal(("utf-8", "BOM"), (decoded.Charset, decoded.From));
        Assert.StartsWith("<meta", decoded.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Undeclared_big5_is_told_from_gb18030_by_its_characters()
    {
        const string Traditional = "關於進一步推動政府機關依法行政的報告，請各縣市辦理。這是我們的工作，時間與經費都應當公開。";

        DecodedText decoded = CharsetDetector.Decode(Get("big5").GetBytes(Traditional), null);

        Assert.Equal(("big5", Traditional), (decoded.Charset, decoded.Text));
    }

    [Fact]
    public void One_broken_byte_in_a_utf8_page_does_not_turn_it_into_another_encoding()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes("<meta charset=utf-8>" + string.Concat(Enumerable.Repeat(Sample, 40))), 0xE5];

        Assert.Equal("utf-8", CharsetDetector.Decode(bytes, null).Charset);
    }

    private static Encoding Get(string name) => name switch
    {
        "utf-8" => new UTF8Encoding(false),
        "utf-16le" => Encoding.Unicode,
        "utf-16be" => Encoding.BigEndianUnicode,
        _ => Encoding.GetEncoding(name),
    };
}
