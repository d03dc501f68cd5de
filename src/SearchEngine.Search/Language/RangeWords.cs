namespace SearchEngine.Search.Language;

/// <summary>Ranges in words: 2024, 2020–2024, 2020 起, 2024 止.</summary>
internal static class RangeWords
{
    public static string Of<T>(T? from, T? to)
    {
        string first = from?.ToString() ?? "";
        string last = to?.ToString() ?? "";
        if (first == last)
            return first;
        return last.Length == 0 ? $"{first} 起" : first.Length == 0 ? $"{last} 止" : $"{first}–{last}";
    }
}
