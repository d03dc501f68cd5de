using SearchEngine.Index.Indexing;

namespace SearchEngine.Index.Reading;

/// <summary>A paragraph's zone and role in one byte: the role, and the high bit for a title.</summary>
internal static class ParagraphKind
{
    private const byte TitleBit = 0x80;

    public static byte Of(in Paragraph paragraph) =>
        paragraph.Zone == Zone.Title ? TitleBit : (byte)paragraph.Role;

    public static Zone ZoneOf(byte kind) => (kind & TitleBit) != 0 ? Zone.Title : Zone.Body;

    public static int RoleOf(byte kind) => kind & ~TitleBit;
}
