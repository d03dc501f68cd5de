using SearchEngine.Search.Answers;

namespace SearchEngine.Search.Language;

/// <summary>
/// Collects the mistakes of one query and words them: where, what was expected, what was done about it.
/// </summary>
internal sealed class QueryErrors
{
    // A hostile query could be made of mistakes only; nobody reads more than these.
    private const int Most = 64;

    private readonly List<QueryError> errors = [];

    /// <summary>The mistakes in the order of their positions.</summary>
    public IReadOnlyList<QueryError> InOrder => [.. errors.OrderBy(error => error.At)];

    /// <summary>Notes a mistake.</summary>
    /// <param name="at">Position from 0.</param>
    /// <param name="what">What is wrong there, without the position, and how it was mended.</param>
    public void Add(int at, string what)
    {
        if (errors.Count < Most)
            errors.Add(new QueryError(at + 1, $"第 {at + 1} 个字符{what}"));
    }
}
