namespace SearchEngine.Index.Store;

/// <summary>What a file of an index may be called.</summary>
internal static class FileNames
{
    private const int MaxLength = 64;

    /// <summary>Throws for a name that could leave the directory or that a file system would not take.</summary>
    public static void Require(string name)
    {
        if (!IsValid(name))
            throw new ArgumentException($"'{name}' is no name of an index file.", nameof(name));
    }

    /// <summary>True for what <see cref="Require"/> lets pass.</summary>
    public static bool IsValid(string name)
    {
        bool valid = name.Length is > 0 and <= MaxLength && name[0] != '.';
        foreach (char c in name)
            valid &= char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '_' or '.';
        return valid;
    }

    /// <summary>True for names that an index gives its files; others in the same folder are left alone.</summary>
    public static bool IsOfIndex(string name) =>
        name.StartsWith("commit_", StringComparison.Ordinal)
        || (name.Length > 1 && name[0] == 's' && char.IsAsciiDigit(name[1]));
}
