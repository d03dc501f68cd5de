namespace SearchEngine.Cleaning.Reading;

/// <summary>Knows the first bytes of files that are often found where a page is expected.</summary>
internal static class BinaryFormats
{
    /// <summary>Chinese name of the format, or null for what may be text.</summary>
    public static string? NameOf(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => "PNG 图片",
        [0xFF, 0xD8, 0xFF, ..] => "JPEG 图片",
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => "GIF 图片",
        [(byte)'B', (byte)'M', _, _, _, _, 0, 0, 0, 0, ..] => "BMP 图片",
        [0x1F, 0x8B, ..] => "gzip 压缩",
        [0x50, 0x4B, 0x03, 0x04, ..] => "zip 压缩",
        [(byte)'R', (byte)'a', (byte)'r', (byte)'!', ..] => "rar 压缩",
        [0x37, 0x7A, 0xBC, 0xAF, ..] => "7z 压缩",
        [0x7F, (byte)'E', (byte)'L', (byte)'F', ..] => "程序",
        [(byte)'M', (byte)'Z', _, 0, ..] => "程序",
        [0, 0, 0, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] => "视频",
        [(byte)'I', (byte)'D', (byte)'3', ..] => "音频",
        _ => null,
    };
}
