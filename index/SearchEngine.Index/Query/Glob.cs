namespace SearchEngine.Index.Query;

/// <summary>Matches a run against a glob in which * is any number of characters and ? is one.</summary>
internal static class Glob
{
    /// <summary>Linear in the product of the lengths at worst: only the last * is ever tried again.</summary>
    public static bool Matches(string glob, ReadOnlySpan<char> text)
    {
        int g = 0;
        int t = 0;
        int star = -1;
        int resume = 0;
        while (t < text.Length)
        {
            if (g < glob.Length && glob[g] == '*')
            {
                star = g++;
                resume = t;
            }
            else if (g < glob.Length && (glob[g] == '?' || glob[g] == text[t]))
            {
                g++;
                t++;
            }
            else if (star >= 0)
            {
                g = star + 1;
                t = ++resume;
            }
            else
            {
                return false;
            }
        }

        while (g < glob.Length && glob[g] == '*')
            g++;
        return g == glob.Length;
    }

    /// <summary>What every match begins with.</summary>
    public static string PrefixOf(string glob)
    {
        int end = glob.AsSpan().IndexOfAny('*', '?');
        return end < 0 ? glob : glob[..end];
    }
}
