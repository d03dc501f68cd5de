namespace SearchEngine.Cleaning.Decoding;

/// <summary>Bytes turned into text.</summary>
/// <param name="Text">The characters, without a byte order mark.</param>
/// <param name="Charset">Lower-case name of the encoding used: utf-8, gb18030, big5, utf-16le, utf-16be.</param>
/// <param name="From">What decided: BOM, bytes, header, meta, statistics.</param>
internal sealed record DecodedText(string Text, string Charset, string From);
