namespace SearchEngine.Web.Hosting;

/// <summary>Why a request is not answered; the error page and the API's problem document say it.</summary>
/// <param name="Status">HTTP status, 400 or more.</param>
/// <param name="Sentence">One sentence in Chinese; null for the status's usual one.</param>
/// <param name="IsApi">True when a program asked.</param>
internal sealed record Failure(int Status, string? Sentence, bool IsApi)
{
    /// <summary>Where the error page listens; reached only from within.</summary>
    public const string Path = "/errors";

    /// <summary>Answers this request with a status and a sentence of its own.</summary>
    public static void Set(HttpContext context, int status, string sentence)
    {
        context.Response.StatusCode = status;
        context.Features.Set(new FailureSentence(sentence));
    }
}

/// <summary>The sentence that a feature leaves for the error page.</summary>
internal sealed record FailureSentence(string Text);
