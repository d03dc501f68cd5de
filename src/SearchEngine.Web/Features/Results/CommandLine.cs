using System.Text;

namespace SearchEngine.Web.Features.Results;

/// <summary>The same search as a command, for a POSIX shell.</summary>
internal static class CommandLine
{
    public static string Of(SearchState state)
    {
        StringBuilder command = new("searchengine search");
        if (state.Request.Query.Length > 0)
            command.Append(' ').Append(Quote(state.Request.Query));
        foreach ((string name, string value) in state.FirstPage.Beside)
        {
            command.Append(" --").Append(Kebab(name));
            // --wide is a switch; the others take their value.
            if (name != SearchParameters.Wide)
                command.Append(' ').Append(Quote(value));
        }

        return command.Append(" --json").ToString();
    }

    private static string Kebab(string name) => name == FacetDimension.IssuerKind.Name ? "issuer-kind" : name;

    private static string Quote(string value) =>
        value.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or ':' or '_') && value.Length > 0
            ? value
            : "'" + value.Replace("'", "'\\''", StringComparison.Ordinal) + "'";
}
