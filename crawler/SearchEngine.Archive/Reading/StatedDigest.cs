using System.Security.Cryptography;

namespace SearchEngine.Archive.Reading;

/// <summary>A digest as a record states it: <c>sha1:BASE32</c>, or hexadecimal, or another algorithm's.</summary>
internal sealed class StatedDigest
{
    private readonly string _value;
    private readonly HashAlgorithmName _algorithm;

    private StatedDigest(string value, HashAlgorithmName algorithm) => (_value, _algorithm) = (value, algorithm);

    /// <returns>Null when the algorithm is not known.</returns>
    public static StatedDigest? Parse(string text)
    {
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0)
        {
            return null;
        }

        HashAlgorithmName? algorithm = text[..colon].ToLowerInvariant() switch
        {
            "sha1" or "sha-1" => HashAlgorithmName.SHA1,
            "sha256" or "sha-256" => HashAlgorithmName.SHA256,
            "sha512" or "sha-512" => HashAlgorithmName.SHA512,
            "md5" => HashAlgorithmName.MD5,
            _ => null,
        };
        return algorithm is { } known ? new StatedDigest(text[(colon + 1)..].Trim(), known) : null;
    }

    public IncrementalHash Begin() => IncrementalHash.CreateHash(_algorithm);

    public DigestOutcome Compare(ReadOnlySpan<byte> bytes)
    {
        using IncrementalHash hash = Begin();
        hash.AppendData(bytes);
        return Compare(hash);
    }

    public DigestOutcome Compare(IncrementalHash hash)
    {
        byte[] actual = hash.GetHashAndReset();
        bool same = _value.Length == actual.Length * 2
            ? string.Equals(Convert.ToHexString(actual), _value, StringComparison.OrdinalIgnoreCase)
            : string.Equals(Base32.Encode(actual), _value.TrimEnd('='), StringComparison.OrdinalIgnoreCase);
        return same ? DigestOutcome.Matches : DigestOutcome.Differs;
    }
}
