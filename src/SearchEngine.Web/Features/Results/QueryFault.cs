using SearchEngine.Search.Answers;

namespace SearchEngine.Web.Features.Results;

/// <summary>A mistake in the query, with the character it is at.</summary>
/// <param name="Message">What was expected and what was done.</param>
/// <param name="Before">The query up to the character.</param>
/// <param name="At">The character; empty when the mistake is at the end.</param>
/// <param name="After">The rest.</param>
public sealed record QueryFault(string Message, string Before, string At, string After)
{
    internal static QueryFault Of(string query, QueryError error)
    {
        int at = Math.Clamp(error.At - 1, 0, query.Length);
        int end = at == query.Length ? at : at + (char.IsHighSurrogate(query[at]) && at + 1 < query.Length ? 2 : 1);
        return new QueryFault(error.Message, query[..at], query[at..end], query[end..]);
    }
}
