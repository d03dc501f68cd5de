namespace SearchEngine.TestKit.Storage;

/// <summary>
/// What a power cut makes of what was not synced. Bytes: those of a file behind its last sync. Names: creates, renames
/// and deletes behind the last sync of the folder.
/// </summary>
public enum PowerLoss
{
    /// <summary>Names and bytes are lost.</summary>
    AllLost,

    /// <summary>Names and bytes are kept.</summary>
    AllKept,

    /// <summary>Names are kept, and of the bytes a prefix.</summary>
    Prefix,

    /// <summary>Names are kept, and of the bytes some sectors of 512; the others are zeros.</summary>
    TornSectors,

    /// <summary>Names are kept, and of the bytes some pages of 4,096; the others are zeros.</summary>
    TornPages,

    /// <summary>Names are kept, and all bytes but one bit.</summary>
    BitFlipped,

    /// <summary>Names are kept, all bytes are zeros.</summary>
    ZeroFilled,

    /// <summary>Renames are lost, the rest is kept.</summary>
    RenamesLost,

    /// <summary>Names are kept, bytes are lost: a renamed file without its content.</summary>
    BytesLost,

    /// <summary>Deletes are lost, the rest is kept.</summary>
    DeletesLost,

    /// <summary>Creates are lost, renames and deletes are kept.</summary>
    CreatesLost,

    /// <summary>Each name and each file meets a fate of its own.</summary>
    Mixed,
}
