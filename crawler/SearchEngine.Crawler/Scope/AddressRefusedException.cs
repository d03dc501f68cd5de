namespace SearchEngine.Crawler.Scope;

/// <summary>A host leads to an address that may not be connected to.</summary>
public sealed class AddressRefusedException(string host, string reason) : IOException($"拒绝连接 {host}：{reason}")
{
    public string Host { get; } = host;
}
