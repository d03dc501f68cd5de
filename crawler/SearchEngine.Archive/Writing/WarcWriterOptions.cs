using SearchEngine.Archive.Durability;

namespace SearchEngine.Archive.Writing;

/// <summary>How a <see cref="WarcWriter"/> names and describes its files.</summary>
public sealed record WarcWriterOptions
{
    /// <summary>First part of every file name: Latin letters, digits and hyphens.</summary>
    public string Prefix { get; init; } = "searchengine";

    /// <summary>What wrote the archive; stands in every warcinfo record.</summary>
    public string Software { get; init; } = "SearchEngine/0.1";

    /// <summary>Whom to ask about the archive; null leaves the field out.</summary>
    public string? Operator { get; init; }

    public ArchiveLimits Limits { get; init; } = ArchiveLimits.Default;

    internal IArchiveDisk Disk { get; init; } = RealDisk.Instance;

    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
