using System.Text;

namespace SearchEngine.Cleaning.Tests.Hostile;

/// <summary>Damages a page: bytes flipped, cut, doubled and moved, pieces of markup put in.</summary>
internal static class Mutation
{
    private const int MostEdits = 30, LongestCut = 200, LongestCopy = 300;

    private static readonly byte[][] Snippets =
    [
        .. new[]
        {
            "<table><tr><td>", "</div>", "<!--", "-->", "<script>", "</html>", "&#0;", "&#xD800;", "\u202E", "发文字号：", "2024-99-99", "（一",
            "<b><i><p>", "<style>", "\0", "</table>", "<td>", "<h1>", "索引号", "二〇二四年", "<svg><p>", "</p></p>", "<a href=x_2.html>2</a>",
            "特此报告。", "\u0301", "&nbsp;", "<br>", "<base href='::'>", "<meta charset=big5>", "<frameset>", "<select>", "〔2024〕", "<![CDATA[", "\r\n\r\n",
        }.Select(Encoding.UTF8.GetBytes),
    ];

    public static byte[] Of(byte[] page, Random random)
    {
        List<byte> bytes = [.. page];
        for (int edits = random.Next(1, MostEdits); edits > 0; edits--)
        {
            int at = random.Next(bytes.Count);
            int left = bytes.Count - at;
            switch (random.Next(6))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, Math.Min(left - 1, random.Next(1, LongestCut)));
                    break;
                case 2:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(left, random.Next(1, LongestCopy))));
                    break;
                case 3:
                    bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, Math.Min(left, random.Next(1, LongestCopy))));
                    break;
                case 4:
                    bytes.InsertRange(at, Snippets[random.Next(Snippets.Length)]);
                    break;
                default:
                    bytes.Insert(at, "<>&\"'/= \n"u8[random.Next(9)]);
                    break;
            }
        }

        return [.. bytes];
    }
}
