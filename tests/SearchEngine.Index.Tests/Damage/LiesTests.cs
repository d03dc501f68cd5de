using System.Buffers.Binary;
using SearchEngine.Index.Check;
using SearchEngine.Index.Store;
using SearchEngine.TestKit;

namespace SearchEngine.Index.Tests.Damage;

/// <summary>D3: bytes that lie under checksums that are right: bounds must turn them into typed errors.</summary>
public sealed class LiesTests
{
    private const int Usual = 5_000;
    private const int Header = 24;
    private const int Footer = 32;

    /// <summary>
    /// Of so many lies one is read from mapped files, where reading behind the end would end the process.
    /// </summary>
    private const int OneMappedIn = 20;

    [Fact]
    public void Lies_under_a_right_checksum_raise_typed_errors_and_nothing_else()
    {
        RandomSeed seed = RandomSeed.Next();
        Random random = seed.Create();
        using TempFolder folders = new();
        int wanted = Amount.Of("D3", Usual);
        int found = 0;
        for (int i = 0; i < wanted; i++)
        {
            IReadOnlyDictionary<string, byte[]> files = random.Next(4) == 0 ? SoundIndex.LargeFiles : SoundIndex.Files;
            string name = files.Keys.ElementAt(random.Next(files.Count));
            byte[] damaged = [.. files[name]];
            string what = Lie(damaged.AsSpan(Header..^Footer), random);
            string context = $"lie {i}: {name} {what}; {seed}";
            IDirectory directory = LyingDirectory.Of(files, name, damaged);
            if (i % OneMappedIn == 0)
                directory = ToDisk((RamDirectory)directory, folders.New());

            string? wrong = SoundIndex.WrongWithSearching(directory, random);
            Assert.True(wrong is null, $"{wrong}: {context}");
            CheckReport? report = null;
            Exception? thrown = Record.Exception(() => report = IndexChecker.Check(directory));
            Assert.True(thrown is null, $"{thrown}: {context}");
            found += report!.IsSound ? 0 : 1;
        }

        Progress.Say($"D3 lies={wanted} untyped=0, found by check={found}");
    }

    /// <summary>
    /// Changes one value: a byte, or a number of 2, 4 or 8 bytes to an extreme, a neighbour or another place's.
    /// </summary>
    private static string Lie(Span<byte> bytes, Random random)
    {
        if (bytes.Length < 16)
            return "untouched";
        int at = random.Next(bytes.Length - 8);
        switch (random.Next(6))
        {
            case 0:
                bytes[at] = (byte)random.Next(256);
                return $"byte at {at}";
            case 1:
                uint[] extremes = [0, 1, int.MaxValue, 0x8000_0000, uint.MaxValue, (uint)bytes.Length];
                BinaryPrimitives.WriteUInt32LittleEndian(bytes[at..], extremes[random.Next(extremes.Length)]);
                return $"extreme u32 at {at}";
            case 2:
                long[] longs = [-1, 0, long.MaxValue, long.MinValue, uint.MaxValue, bytes.Length];
                BinaryPrimitives.WriteInt64LittleEndian(bytes[at..], longs[random.Next(longs.Length)]);
                return $"extreme u64 at {at}";
            case 3:
                uint value = BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);
                BinaryPrimitives.WriteUInt32LittleEndian(bytes[at..], value + (uint)random.Next(-2, 3));
                return $"neighbour at {at}";
            case 4:
                bytes.Slice(random.Next(bytes.Length - 8), 8).CopyTo(bytes.Slice(at, 8));
                return $"another place's bytes at {at}";
            default:
                bytes[at] ^= 0x80;
                return $"high bit at {at}";
        }
    }

    private static FileSystemDirectory ToDisk(RamDirectory files, string folder)
    {
        FileSystemDirectory directory = new(folder);
        foreach (string name in files.List())
        {
            using MappedFile file = files.OpenRead(name);
            using IFileWriter writer = directory.Create(name);
            writer.Write(file.Slice(0, (int)file.Length));
        }

        return directory;
    }
}
