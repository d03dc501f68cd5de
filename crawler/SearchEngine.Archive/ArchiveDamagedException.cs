namespace SearchEngine.Archive;

/// <summary>A record that was asked for by its place cannot be read there.</summary>
public sealed class ArchiveDamagedException(string file, long offset, string reason, Exception? inner = null)
    : IOException($"存档文件 {file} 在偏移 {offset} 处无法读取：{reason}", inner)
{
    public string File { get; } = file;

    public long Offset { get; } = offset;
}
