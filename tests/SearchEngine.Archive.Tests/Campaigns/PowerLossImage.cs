namespace SearchEngine.Archive.Tests.Campaigns;

/// <summary>
/// What a disk may hold after the power failed: everything synced, and of the rest what chance left. Names follow in the
/// order of their changes, as file systems that keep a journal do.
/// </summary>
internal sealed class PowerLossImage
{
    private const int Sector = 512;
    private const int Page = 4096;

    private readonly Dictionary<string, List<byte>> _contents = [];
    private readonly Dictionary<string, int> _synced = [];
    private readonly List<DiskStep> _namesPending = [];
    private readonly Dictionary<string, string> _names = [];

    private PowerLossImage(IEnumerable<DiskStep> steps)
    {
        foreach (DiskStep step in steps)
        {
            Follow(step);
        }
    }

    /// <summary>How what was not synced is treated.</summary>
    public enum Tail
    {
        Dropped,
        Kept,
        Cut,
        TornSectors,
        TornPages,
        Flipped,
        Zeroed,
    }

    /// <summary>Writes the files into a folder.</summary>
    public static void Build(IEnumerable<DiskStep> steps, Tail tail, Random random, string folder)
    {
        PowerLossImage image = new(steps);
        foreach (DiskStep step in image._namesPending.Take(random.Next(image._namesPending.Count + 1)))
        {
            image.Apply(step);
        }

        foreach ((string name, string content) in image._names)
        {
            byte[] bytes = [.. image._contents[content]];
            File.WriteAllBytes(
                Path.Combine(folder, name), Spoil(bytes, image._synced.GetValueOrDefault(content), tail, random));
        }
    }

    private static byte[] Spoil(byte[] bytes, int synced, Tail tail, Random random)
    {
        switch (tail)
        {
            case Tail.Dropped:
                return bytes[..synced];
            case Tail.Cut:
                return bytes[..random.Next(synced, bytes.Length + 1)];
            case Tail.TornSectors or Tail.TornPages:
                int block = tail == Tail.TornSectors ? Sector : Page;
                for (int at = synced; at < bytes.Length; at = ((at / block) + 1) * block)
                {
                    if (random.Next(2) == 0)
                    {
                        Array.Clear(bytes, at, Math.Min((((at / block) + 1) * block) - at, bytes.Length - at));
                    }
                }

                return bytes;
            case Tail.Flipped when synced < bytes.Length:
                bytes[random.Next(synced, bytes.Length)] ^= (byte)(1 << random.Next(8));
                return bytes;
            case Tail.Zeroed:
                Array.Clear(bytes, synced, bytes.Length - synced);
                return bytes;
            default:
                return bytes;
        }
    }

    private void Follow(DiskStep step)
    {
        switch (step.Kind)
        {
            case StepKind.Create:
                _contents[step.Name] = [];
                _namesPending.Add(step);
                break;
            case StepKind.Write:
                _contents[step.Name].AddRange(step.Bytes);
                break;
            case StepKind.Sync:
                _synced[step.Name] = _contents[step.Name].Count;
                break;
            case StepKind.Rename:
                _namesPending.Add(step);
                break;
            default:
                _namesPending.ForEach(Apply);
                _namesPending.Clear();
                break;
        }
    }

    private void Apply(DiskStep step)
    {
        if (step.Kind == StepKind.Create)
        {
            _names[step.Name] = step.Name;
        }
        else if (_names.Remove(step.Name, out string? content))
        {
            _names[step.To] = content;
        }
    }
}
