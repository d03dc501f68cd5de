using SearchEngine.Web.Features.Shared;

namespace SearchEngine.Web.Features.Help;

/// <summary>The API and the command line, for those who count by program.</summary>
public sealed class ApiModel : SitePage
{
    public override string DocumentTitle => "接口";

    public override string? Section => "/help/api";
}
