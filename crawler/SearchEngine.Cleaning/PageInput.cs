namespace SearchEngine.Cleaning;

/// <summary>A page as it was fetched or read from disk, with what is known beside its bytes.</summary>
/// <param name="Bytes">The body, without transfer or content encoding. Owned by the caller, never changed here.</param>
/// <param name="Url">Absolute address, or null for a file.</param>
/// <param name="ContentType">Value of the Content-Type header, or null.</param>
/// <param name="FileName">Name or path of an imported file; links are resolved against it when there is no
/// address.</param>
/// <param name="FetchedAt">When the bytes were fetched; dates after it are not believed. Null when unknown.</param>
/// <param name="ListTitle">Text of the link that led here; supports a title, never becomes one.</param>
/// <param name="ListDate">Date beside that link; shown as a candidate, never taken as the date of publication.</param>
public sealed record PageInput(
    byte[] Bytes,
    string? Url,
    string? ContentType,
    string? FileName,
    DateTimeOffset? FetchedAt,
    string? ListTitle = null,
    string? ListDate = null);
